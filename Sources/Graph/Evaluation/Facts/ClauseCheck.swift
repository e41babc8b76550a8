import Conversation

/// One clause of a reply beside what is known when it is said.
struct ClauseCheck {
    /// What is wrong with a part of the clause.
    struct Complaint: Hashable {
        let claim: String
        let reason: String
    }

    let clause: Clause
    let book: FactBook
    let evidence: Evidence
    let mentions: [Mention]

    init(_ clause: Clause, _ book: FactBook, _ evidence: Evidence) {
        self.clause = clause
        self.book = book
        self.evidence = evidence
        mentions = MentionScanner.mentions(in: clause, book.vocabulary)
    }

    var complaints: [Complaint] {
        let claims = isExample ? mentions.filter { if case .money = $0.kind { true } else { false } } : mentions
        return claims.compactMap { mention in
            reason(against: mention).map { Complaint(claim: words(mention), reason: $0) }
        } + serviceComplaints
    }

    /// Whether the clause shows how to answer, and claims nothing.
    private var isExample: Bool {
        clause.has([" for example ", " you could say ", " you can say "])
            && !clause.has([" have ", " of those ", " nearest "])
    }

    /// Whether it says what is not so.
    var isNegative: Bool {
        clause.words.contains { $0.lower.hasSuffix("n't") }
            || clause.has([
                " not ", " no ", " none ", " nothing ", " taken ", " no longer ", " already ", " passed ", " cannot ",
            ])
    }

    func words(_ mention: Mention) -> String {
        clause.words[mention.words].map(\.text).joined(separator: " ")
    }

    /// Why a mention is wrong; `nil` when something bears it out.
    private func reason(against mention: Mention) -> String? {
        switch mention.kind {
        case .money(let cents): moneyComplaint(cents, mention)
        case .minutes(let minutes): durationComplaint(minutes, mention)
        case .time(let times): timeComplaint(times, mention)
        case .date(let date): dateComplaint(date, mention)
        case .weekday(let weekday): weekdayComplaint(weekday, mention)
        case .tomorrow: isKnown(evidence.today.adding(days: 1)) ? nil : "was not spoken of"
        case .car(let make, let model): carComplaint(make, model, mention)
        case .digits(let digits): isKnown(digits) ? nil : "is no number that anybody gave"
        case .number(let value, let isWord): isKnown(value, isWord: isWord) ? nil : "is a number from nowhere"
        case .code(let code): isKnown(code) ? nil : "is from nowhere"
        case .email(let address): isKnown(address) ? nil : "is no address that anybody gave"
        case .name(let name): nameComplaint(name)
        case .service: nil
        }
    }

    // MARK: What stands alone

    private func isKnown(_ digits: String) -> Bool {
        evidence.phones.contains { $0.contains(digits) } || evidence.caller.said(digits)
            || evidence.words.contains(digits) || evidence.caller.words.contains(digits)
            || book.quoted.contains { $0 == .digits(digits) || $0 == .code(digits) || $0 == .email(digits) }
    }

    private func isKnown(_ number: Int, isWord: Bool) -> Bool {
        (isWord && number <= 3) || evidence.numbers.contains(number) || evidence.caller.numbers.contains(number)
            || book.cars.contains { $0.year == number } || evidence.today.year == number
            || evidence.words.contains(String(number))
            || book.quoted.contains { kind in
                if case .number(number, _) = kind { true } else { false }
            }
    }

    private func nameComplaint(_ name: String) -> String? {
        let isIntroduced = clause.has([" is available ", " is free ", " will be with you ", " is on the line "])
        if isIntroduced { return evidence.colleagues.contains(name) ? nil : "was not found by the search" }
        let parts = name.split(separator: "-").map(String.init) + [name]
        let isKnown = parts.contains {
            evidence.words.contains($0) || evidence.caller.words.contains($0) || evidence.colleagues.contains($0)
                || book.staff.contains($0)
        }
        return isKnown ? nil : "is a name from nowhere"
    }

    // MARK: Services that are none

    /// What the agent offers to book, or says the house does, must be a service.
    private var serviceComplaints: [Complaint] {
        bookedSubject.map { [Complaint(claim: $0, reason: "cannot be booked here")] } ?? listed
    }

    /// `book a windshield …`: the words after `book a`, unless they are something that can be booked.
    private var bookedSubject: String? {
        guard let verb = clause.words.firstIndex(where: { $0.lower == "book" }),
            ["a", "an", "new"].contains(clause.lower(at: verb + 1)), let next = clause.lower(at: verb + 2)
        else { return nil }
        let general: Set = [
            "service", "test", "appointment", "visit", "time", "slot", "callback", "drive", "colleague", "different",
            "new",
            "car",
        ]
        let isNamed = mentions.contains { $0.isSubject && ($0.words.contains(verb + 2) || $0.words.contains(verb + 1)) }
        return isNamed || general.contains(next) ? nil : next
    }

    /// `We do A, B and C, among others.`
    private var listed: [Complaint] {
        guard clause.padded.hasPrefix(" we do "), clause.has([" among others "]) else { return [] }
        var items: [[Int]] = [[]]
        for index in clause.words.indices.dropFirst(2) {
            let word = clause.words[index]
            if word.lower == "among" { break }
            if word.lower == "and" || word.lower == "or" {
                items.append([])
            } else {
                items[items.count - 1].append(index)
            }
            if word.hasComma { items.append([]) }
        }
        return items.filter { !$0.isEmpty }.compactMap { item in
            guard !mentions.contains(where: { $0.isSubject && $0.words.contains(where: item.contains) }) else {
                return nil
            }
            return Complaint(
                claim: item.map { clause.words[$0].text }.joined(separator: " "), reason: "is no service of this house")
        }
    }
}
