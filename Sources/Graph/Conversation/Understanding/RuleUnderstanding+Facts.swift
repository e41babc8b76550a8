extension RuleUnderstanding {
    /// Everything that is said of something, whatever it is said for.
    func facts(_ wording: Wording, _ utterance: Utterance) -> Facts {
        var facts = Facts()
        var words = wording.words
        let question = utterance.question
        readContacts(&words, &facts, question)
        readCar(&words, &facts, question)
        readService(words, &facts, question)
        readMoment(&words, &facts, utterance)
        readName(words, wording, &facts, question)
        facts.slots.department = Self.department(wording.words)
        if let topic = topics.read(wording.words, wording.range) {
            facts.slots.topic = topic.value.first
            facts.note(.topic, [topic.range])
        }
        Self.mark(wording, &facts, question)
        return facts
    }

    // MARK: Mail, phone, plate

    private func readContacts(_ words: inout [String], _ facts: inout Facts, _ question: Question?) {
        if let email = EmailReader.read(words, isExpected: question == .email) {
            facts.slots.email = email.value
            facts.note(.email, [email.range])
            words.blank(email.range)
        }
        if let plate = PlateReader.read(words) {
            facts.slots.vehicle = VehicleMention()
            facts.slots.vehicle?.licensePlate = plate.value
            facts.note(.plate, [plate.range])
            words.blank(plate.range)
        }
        let isAsked = question == .phone || question == .lookup
        guard let phone = PhoneReader.read(words, isExpected: isAsked) else { return }
        if isWhole(phone.value) {
            facts.slots.phone = phone.value
        } else if isAsked, phone.value.count >= 3 || words.count <= 3 {
            facts.slots.partialPhone = String(phone.value.prefix(32))
        } else {
            return
        }
        facts.note(.phone, [phone.range])
        words.blank(phone.range)
    }

    /// Whether so many digits can be a number. In America it has seven or ten; longer ones are foreign.
    private func isWhole(_ phone: String) -> Bool {
        (7...15).contains(phone.count) && !(hasAmericanPhones && (8...9).contains(phone.count))
    }

    // MARK: Car and service

    private func readCar(_ words: inout [String], _ facts: inout Facts, _ question: Question?) {
        let found = vehicles.read(words, isExpected: question == .vehicle)
        if var mention = found.mention {
            mention.licensePlate = facts.slots.vehicle?.licensePlate
            facts.slots.vehicle = mention
        }
        if !found.choice.isEmpty { facts.slots.choice = .model(found.choice) }
        facts.slots.isCorrection = facts.slots.isCorrection || found.isCorrection
        facts.note(.vehicle, found.ranges)
        for range in found.ranges { words.blank(range) }
        if let price = PriceReader.read(words) {
            facts.note(.vehicle, [price.range])
            words.blank(price.range)
        }
        if let year = facts.slots.vehicle?.year { blankYear(year, &words) }
    }

    /// "Twenty eighteen" is no time.
    private func blankYear(_ year: Int, _ words: inout [String]) {
        for start in words.indices {
            let found = [YearReader.year(words, start), YearReader.short(words, start)].compactMap { $0 }
            guard let (_, length) = found.first(where: { $0.value == year }) else { continue }
            return words.blank(start..<(start + length))
        }
    }

    private func readService(_ words: [String], _ facts: inout Facts, _ question: Question?) {
        let found = services.read(words, isExpected: question == .service)
        facts.note(.service, found.ranges)
        facts.slots.isCorrection = facts.slots.isCorrection || found.isCorrection
        if found.meant.count == 1 { facts.slots.service = found.meant[0] }
        if found.meant.count > 1 { facts.slots.choice = facts.slots.choice ?? .service(found.meant) }
        facts.slots.otherServices = found.others
    }

    // MARK: Day and time

    private func readMoment(_ words: inout [String], _ facts: inout Facts, _ utterance: Utterance) {
        for greeting in Self.greetings {
            if let place = words.range(of: greeting) { words.blank(place) }
        }
        var reader = DateReader(today: utterance.at.day, isDayFirst: isDayFirst)
        let question = utterance.question
        reader.acceptsOrdinal = ![.time, .choice, .appointment].contains(question)
        if let hours { reader.isOpen = { hours.span(on: $0) != nil } }
        let days = reader.settled(words)
        facts.slots.day = days.single
        if days.values.count > 1 { facts.slots.choice = facts.slots.choice ?? .day(days.values.sorted()) }
        facts.note(.day, days.ranges)
        facts.slots.isCorrection = facts.slots.isCorrection || days.isCorrection
        readTime(words, &facts, question, days.ranges)
        for range in days.ranges { words.blank(range) }
    }

    private func readTime(
        _ words: [String], _ facts: inout Facts, _ question: Question?, _ days: [Range<Int>]
    ) {
        let isAsked = [.time, .date, .choice, .correction, .appointment].contains(question)
        let isBare = isAsked || ([.confirmation, .move].contains(question) && facts.slots.phone == nil)
        var reader = TimeReader(acceptsBareHour: isBare, span: span(on: facts.slots.day))
        reader.days = days
        // "The third at nine": a day's number is no hour; "tomorrow morning" is still the morning.
        var rest = words
        for range in days {
            for index in range where !Self.parts.contains(words[index]) {
                rest[index] = ""
            }
        }
        let times = reader.settled(rest)
        facts.note(.time, times.ranges)
        facts.slots.isCorrection = facts.slots.isCorrection || times.isCorrection
        if times.values.count > 1 {
            let exact = times.values.compactMap { if case .at(let time) = $0 { time } else { nil } }
            if exact.count == times.values.count {
                facts.slots.choice = facts.slots.choice ?? .time(exact)
                return
            }
        }
        facts.slots.time = times.values.first
    }

    private static let parts: Set<String> = ["morning", "afternoon", "evening", "tonight", "night"]
    /// Their "morning" is no time of day.
    private static let greetings: [Phrase] = [
        "good morning", "good afternoon", "good evening", "good night", "good day",
    ]

    /// The hours of a day, or from the earliest opening to the latest closing of a week.
    private func span(on day: Day?) -> OpeningHours.Span? {
        guard let hours else { return nil }
        if let day, let span = hours.span(on: day) { return span }
        let spans = Weekday.allCases.compactMap { hours[$0] }
        guard let open = spans.map(\.open).min(), let close = spans.map(\.close).max() else { return nil }
        return OpeningHours.Span(open, close)
    }

    // MARK: Name

    private func readName(_ words: [String], _ wording: Wording, _ facts: inout Facts, _ question: Question?) {
        let isSpelled = question == .name || question == .correction
        // A name that was asked for may be any word, such as May or Van; otherwise no fact is one.
        var rest = isSpelled ? wording.words : words
        let taken: Set<Facts.Kind> = isSpelled ? [.phone, .email, .time] : [.time, .service]
        for place in facts.places where taken.contains(place.kind) { rest.blank(place.range) }
        guard let name = NameReader(isExpected: question == .name).read(rest, wording.breaks) else { return }
        facts.slots.name = name
        if let first = name.split(whereSeparator: { $0 == " " || $0 == "-" }).first,
            let place = wording.words.firstIndex(of: String(first))
        {
            facts.note(.name, [place..<(place + 1)])
        } else {
            facts.note(.name, [wording.range])
        }
    }

    private static func department(_ words: [String]) -> String? {
        departments.longest(in: words, words.indices).first?.value.first
    }

    private static let departments: PhraseIndex<String> = [
        "sales": "sales", "salesperson": "sales", "salesman": "sales", "parts department": "parts",
        "spare parts": "parts", "in parts": "parts", "to parts": "parts", "finance": "finance",
        "finance department": "finance", "service department": "service", "the service": "service",
        "service desk": "service", "workshop": "service", "mechanic": "service", "service advisor": "service",
        "technician": "service",
    ]
}
