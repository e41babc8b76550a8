import Conversation
import Testing

/// What several intents, corrections and ambiguous words come to.
@Suite struct MeaningTests {
    let house: House

    init() throws { house = try House() }

    @Test(
        "several intents of one sentence are all heard, in the order they were said",
        arguments: [
            ("i'd like an oil change and how much is it", nil, [Intent.bookService, .faqPrice]),
            ("are you open on sunday and where are you", nil, [.faqHours, .faqLocation]),
            ("how much is an oil change and how long does it take", nil, [.faqPrice, .faqDuration]),
            ("i need new tires and can i talk to somebody in sales", nil, [.bookService, .escalation]),
            ("what's your address? And do you take credit cards?", nil, [.faqLocation, .faqPayment]),
            ("tuesday at nine and how much is it", .date, [.giveDatetime, .faqPrice]),
            ("yes and how much will it be", .confirmation, [.affirm, .faqPrice]),
            ("hi how are you i need an oil change", nil, [.bookService]),
            ("hello good morning where are you", nil, [.faqLocation]),
            ("my name is ann lee i need new tires", nil, [.bookService]),
            ("brakes and tires please", nil, [.bookService]),
            ("thanks that helps are you open on saturday", nil, [.faqHours]),
        ] as [(String, Question?, [Intent])])
    func several(text: String, question: Question?, intents: [Intent]) {
        let found = house.heard(text, question)
        #expect([found.intent] + found.also == intents)
    }

    @Test(
        "a correction names what it changes",
        arguments: [
            ("no i said thursday", .confirmation, .date), ("not tuesday wednesday", .confirmation, .date),
            ("actually make it ten", .confirmation, .time), ("i meant the civic", .vehicle, .vehicle),
            ("no the camry not the corolla", .vehicle, .vehicle), ("scratch that make it friday", .time, .date),
            ("yes but make it ten", .confirmation, .time), ("no the time is wrong", .confirmation, .time),
            ("forget the oil change i need new tires", .date, .service), ("move it to friday", .move, nil),
        ] as [(String, Question, Question?)])
    func corrections(text: String, question: Question, target: Question?) {
        let found = house.heard(text, question)
        #expect(found.slots.target == target)
        #expect(found.slots.isCorrection || target == nil || found.intent == .deny)
        #expect(found.intent != .affirm)
    }

    @Test(
        "what could mean several things is asked, and not guessed",
        arguments: [
            ("next sunday", "day"), ("tuesday or wednesday", "day"), ("at nine or ten", "time"),
            ("test drive the camry or the corolla", "model"),
        ])
    func choices(text: String, kind: String) {
        let slots = house.heard(text, .date).slots
        switch slots.choice {
        case .day(let days)?: #expect(kind == "day" && days.count == 2 && slots.day == nil)
        case .time(let times)?: #expect(kind == "time" && times.count == 2 && slots.time == nil)
        case .model(let models)?: #expect(kind == "model" && models.count == 2 && slots.vehicle?.model == nil)
        default: Issue.record("\(text) leaves no choice")
        }
    }

    @Test("a synonym of several services leaves all of them to choose from")
    func services() {
        let all = house.domain.services.flatMap { service in service.synonyms.map { ($0, service.name) } }
        for (phrase, owners) in Dictionary(grouping: all, by: \.0).mapValues({ Set($0.map(\.1)) }) {
            let slots = house.heard(phrase, .service).slots
            if owners.count == 1 { continue }
            guard case .service(let names)? = slots.choice else {
                Issue.record("\(phrase) is one of \(owners)")
                continue
            }
            #expect(Set(names) == owners && slots.service == nil)
        }
    }

    @Test("every synonym that only one service has is that service")
    func synonyms() {
        let all = house.domain.services.flatMap(\.synonyms)
        for service in house.domain.services {
            for phrase in service.synonyms where all.count(where: { $0 == phrase }) == 1 {
                #expect(house.heard("i need \(phrase)", .service).slots.service == service.name, "\(phrase)")
            }
        }
    }

    @Test("every synonym of a model is that model, and a kind is all of its kind")
    func models() {
        for model in house.domain.models {
            for phrase in model.synonyms {
                #expect(house.heard("the \(phrase)", .vehicle).slots.vehicle?.model == model.model, "\(phrase)")
            }
            for kind in model.kinds {
                let vehicle = house.heard("do you have a \(kind)").slots.vehicle
                #expect(vehicle?.models.contains(model.model) == true || vehicle?.model == model.model, "\(kind)")
            }
        }
    }

    @Test("the phrases of a topic are about that topic, and nearly all of them are heard as a question")
    func topics() {
        var (all, questions) = (0, 0)
        for topic in house.domain.topics {
            for phrase in topic.phrases {
                let found = house.heard(phrase)
                #expect(found.slots.topic == topic.category, "\(phrase)")
                (all, questions) = (all + 1, questions + (found.intent.isQuestion ? 1 : 0))
            }
        }
        #expect(Double(questions) >= 0.95 * Double(all), "\(questions) of \(all)")
    }

    @Test(
        "cars are described",
        arguments: [
            ("i drive a nissan sentra", Self.car("Nissan", "Sentra", nil, nil)),
            ("a blue prius", Self.car("Toyota", "Prius", nil, "blue")),
            ("it's a two thousand and nine honda civic", Self.car("Honda", "Civic", 2009, nil)),
            ("an oh nine corolla", Self.car("Toyota", "Corolla", 2009, nil)),
            ("a 2016 subaru outback in green", Self.car("Subaru", "Outback", 2016, "green")),
            ("my v w golf", Self.car("Volkswagen", "Golf", nil, nil)),
            ("a ninety eight jeep wrangler", Self.car("Jeep", "Wrangler", 1998, nil)),
            ("a skoda kodiaq", Self.car("Skoda", "Kodiaq", nil, nil)),
        ])
    func cars(text: String, expected: VehicleMention) {
        let vehicle = house.heard(text, .vehicle).slots.vehicle
        #expect(vehicle?.make == expected.make && vehicle?.model == expected.model)
        #expect(vehicle?.year == expected.year && vehicle?.color == expected.color)
        #expect(house.heard("i have \(text)").intent != .bookTestDrive)
    }

    private static func car(_ make: String, _ model: String, _ year: Int?, _ color: String?) -> VehicleMention {
        var car = VehicleMention(year: year, make: make, model: model)
        car.color = color
        return car
    }

    @Test("wishes for a car carry price and state")
    func wishes() {
        let found = house.heard("do you have a used truck under thirty thousand dollars")
        #expect(found.intent == .faqInventory)
        #expect(found.slots.vehicle?.isNew == false && found.slots.vehicle?.maxPrice == 30_000)
        #expect(house.heard("i need new tires").slots.vehicle == nil)
    }

    @Test(
        "yes, no and neither",
        arguments: [
            ("that'll do", Intent.affirm), ("you got it", .affirm), ("no problem", .affirm), ("no yeah", .affirm),
            ("why not", .affirm), ("i guess so", .affirm), ("yes please", .affirm), ("👍", .affirm),
            ("no that's right", .affirm),
            ("not really", .deny), ("i don't think so", .deny), ("yes no wait", .deny), ("yeah no", .deny),
            ("not bad", .affirm),
            ("no way", .deny), ("maybe not", .deny), ("that isn't right", .deny), ("don't do that", .deny),
            ("maybe", .other),
            ("i'm not sure", .other), ("i don't know", .other),
        ])
    func answers(text: String, intent: Intent) {
        #expect(house.heard(text, .confirmation).intent == intent)
    }

    @Test("classify says what is meant, extract with which facts, and phrase keeps the plan's words")
    func verbs() {
        let utterance = Utterance("an oil change for tuesday at nine", at: house.now)
        let whole = house.rules.interpret(utterance)
        #expect(house.rules.classify(utterance).intent == whole.intent)
        #expect(house.rules.classify(utterance).slots.isEmpty)
        #expect(house.rules.extract(utterance) == whole.slots && !whole.slots.isEmpty)
        #expect(house.rules.phrase(ReplyPlan(text: "It is $49.", heard: "", question: nil)) == "It is $49.")
    }
}
