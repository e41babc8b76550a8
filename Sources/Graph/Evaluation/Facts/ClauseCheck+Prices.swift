import Conversation

extension ClauseCheck {
    /// The service or car that a figure is about: the nearest before it, else the first after it.
    private func subject(of mention: Mention) -> Mention? {
        let subjects = mentions.filter(\.isSubject)
        return subjects.last { $0.words.upperBound <= mention.words.lowerBound } ?? subjects.first
    }

    /// Whether a figure is a limit, as in `under 20,000 dollars`.
    private func isLimit(_ mention: Mention) -> Bool {
        let before = (1...3).compactMap { clause.lower(at: mention.words.lowerBound - $0) }
        return before.contains { ["under", "below", "over", "above", "than", "within", "most"].contains($0) }
    }

    func moneyComplaint(_ cents: Int, _ mention: Mention) -> String? {
        let dollars = cents / 100
        let isWhole = cents % 100 == 0
        if !isLimit(mention) {
            switch subject(of: mention)?.kind {
            case .service(let name)?:
                guard let offer = book.services[name] else { return "is the price of no service" }
                return isWhole && [offer.priceMin, offer.priceMax].contains(dollars) ? nil : "is no price of \(name)"
            case .car(_, let model?)?:
                let prices = book.cars.filter { $0.model == model }.map(\.price)
                return isWhole && prices.contains(dollars) ? nil : "is no price of a \(model)"
            default: break
            }
        }
        let isKnown =
            isWhole
            && (evidence.numbers.contains(dollars) || evidence.caller.numbers.contains(dollars)
                || book.quoted.contains(.number(dollars, isWord: false)))
        return isKnown || book.quoted.contains(.money(cents)) ? nil : "is a price from nowhere"
    }

    func durationComplaint(_ minutes: Int, _ mention: Mention) -> String? {
        if !isLimit(mention), case .service(let name)? = subject(of: mention)?.kind, let offer = book.services[name] {
            return offer.durationMin == minutes ? nil : "is not how long \(name) takes"
        }
        let isKnown =
            minutes == book.testDrive || evidence.numbers.contains(minutes) || evidence.caller.numbers.contains(minutes)
            || evidence.caller.numbers.contains(minutes / 60) || book.quoted.contains(.minutes(minutes))
        return isKnown ? nil : "is a duration from nowhere"
    }

    /// A car on offer must be in stock, and what is said of it must be true of one car.
    func carComplaint(_ make: String, _ model: String?, _ mention: Mention) -> String? {
        guard !isOwn(mention), let model else { return nil }
        let stock = book.cars.filter { $0.make == make && $0.model == model }
        let isOffered = clause.has([" we have ", " of those ", " in stock ", " nearest is ", " there is "])
        if isOffered, !isNegative, stock.isEmpty { return "is not in stock" }
        let models = Set(mentions.compactMap { if case .car(_, let model?) = $0.kind { model } else { nil } })
        guard models.count == 1, !isNegative, !stock.isEmpty, isOffered else { return nil }
        return stock.contains(where: fits) ? nil : "is not in stock like that"
    }

    /// Whether it is the caller's car: `your 2019 Corolla`.
    private func isOwn(_ mention: Mention) -> Bool {
        (1...4).contains { clause.lower(at: mention.words.lowerBound - $0) == "your" }
    }

    /// Whether year, color, price and state in the clause are those of this car.
    private func fits(_ car: InventoryItem) -> Bool {
        let words = Set(clause.words.map(\.lower))
        let colors = words.intersection(book.cars.map { $0.color.lowercased() })
        if !colors.isEmpty, !colors.contains(car.color.lowercased()) { return false }
        if words.contains("new") != words.contains("used"), words.contains("new") != car.isNew { return false }
        return mentions.allSatisfy { mention in
            switch mention.kind {
            case .money(let cents): isLimit(mention) || cents == car.price * 100
            case .number(let year, false) where (1980...2100).contains(year): year == car.year
            default: true
            }
        }
    }
}
