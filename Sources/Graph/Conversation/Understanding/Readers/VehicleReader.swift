/// Cars: "a two thousand eighteen honda civic", "the new camry", "a used pickup under twenty thousand", "a blue prius".
///
/// A model of the house goes before other models on the road, a model before a kind ("electric", "suv"), a kind before a
/// make alone. A kind of which the house has one model (of the make that was named) names that model.
struct VehicleReader: Sendable {
    /// What was read.
    struct Found {
        var mention: VehicleMention?
        /// Models, as `make model`, when the words fit several.
        var choice: [String] = []
        var isCorrection = false
        /// Where the car was named.
        var ranges: [Range<Int>] = []
    }

    /// A car by its name.
    private struct Named: Hashable, Sendable {
        let make: String
        let model: String?
    }

    private let models: PhraseIndex<Named>
    private let kinds: PhraseIndex<Named>

    init(models: [ModelName]) {
        var names: [(Phrase, Named)] = []
        var kinds: [(Phrase, Named)] = []
        for model in models {
            let named = Named(make: model.make, model: model.model)
            let make = Wording(model.make).words
            for words in Set(model.synonyms.map { Wording($0).words } + [Wording(model.model).words]) {
                names.append((Phrase(words: words), named))
                if words.count == 1, let plural = Self.forms(words).last {
                    names.append((Phrase(words: plural), named))
                }
                if !words.starts(with: make) { names.append((Phrase(words: make + words), named)) }
            }
            names.append((Phrase(words: make), Named(make: model.make, model: nil)))
            for kind in Set(model.kinds.flatMap { Self.forms(Wording($0).words) }) {
                kinds.append((Phrase(words: kind), named))
            }
        }
        self.models = PhraseIndex(names)
        self.kinds = PhraseIndex(kinds)
    }

    /// A kind and its plural.
    private static func forms(_ words: [String]) -> [[String]] {
        guard let last = words.last else { return [] }
        return [words, words.dropLast() + [last + "s"]]
    }

    /// `isExpected`: the caller was asked which car.
    func read(_ words: [String], isExpected: Bool) -> Found {
        var found = Found()
        named(words, &found, isExpected: isExpected)
        if found.mention?.model == nil, found.choice.isEmpty { kind(words, &found) }
        let cars = found.ranges.first
        let color = CarWords.color(words, near: cars)
        let price = PriceReader.read(words)
        let isNew = CarWords.isNew(words, near: found.ranges)
        let year = CarWords.year(words, near: cars, isExpected: isExpected)
        guard
            found.mention != nil || price != nil || isNew != nil
                || (isExpected && (year ?? color.map { _ in 0 }) != nil)
        else { return found }
        var mention = found.mention ?? VehicleMention()
        (mention.color, mention.maxPrice, mention.isNew, mention.year) = (
            color, price?.value, isNew?.value, year?.nonzero
        )
        found.mention = mention
        if found.ranges.isEmpty { found.ranges = [isNew?.range, price?.range].compactMap(\.self) }
        return found
    }

    // MARK: Names

    private func named(_ words: [String], _ found: inout Found, isExpected: Bool) {
        let own = models.longest(in: words, words.indices)
        let road = CarCatalogue.index.longest(in: words, words.indices).filter { reading in
            !own.contains { $0.range.overlaps(reading.range) && $0.range.count >= reading.range.count }
        }
        let readings =
            own.filter { reading in !road.contains { $0.range.overlaps(reading.range) } }
            + road.map { Reading(value: $0.value.map { Named(make: $0.make, model: $0.model) }, range: $0.range) }
        let distinct = readings.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { reading in
            Reading(
                value: Array(Set(reading.value)).sorted { ($0.make, $0.model ?? "") < ($1.make, $1.model ?? "") },
                range: reading.range)
        }
        // A make alone only helps when no model is named.
        let full = distinct.filter { $0.value.contains { $0.model != nil } }
        let settlement = Settlement(full.isEmpty ? distinct : full, in: words)
        found.isCorrection = settlement.isCorrection
        found.ranges = settlement.ranges
        if let single = settlement.single {
            var mention = VehicleMention(make: single.make, model: single.model)
            if single.model == nil, isExpected, let place = settlement.ranges.first?.upperBound {
                mention.model = CarWords.unknownModel(words, at: place)
            }
            found.mention = mention
        } else if settlement.values.count > 1 {
            choose(settlement.values, &found)
        }
    }

    private func kind(_ words: [String], _ found: inout Found) {
        let readings = kinds.longest(in: words, words.indices).filter { !Refusal.covers($0.range, in: words) }
        let make = found.mention?.make
        let values = Self.common(readings, words).filter { make ?? $0.make == $0.make }
            .sorted { ($0.make, $0.model ?? "") < ($1.make, $1.model ?? "") }
        guard !values.isEmpty else { return }
        found.ranges += readings.map(\.range)
        var mention = VehicleMention(make: make, models: values.compactMap(\.model))
        if values.count == 1 { (mention.make, mention.model) = (values[0].make, values[0].model) }
        found.mention = mention
    }

    /// Cars of every kind that was named, "electric suvs", or of one of them: "a truck or a van".
    private static func common(_ readings: [Reading<[Named]>], _ words: [String]) -> Set<Named> {
        guard let first = readings.first else { return [] }
        return readings.dropFirst().reduce(into: Set(first.value)) { cars, reading in
            if words.at(reading.range.lowerBound - 1) == "or" || words.at(reading.range.lowerBound - 2) == "or" {
                cars.formUnion(reading.value)
            } else if !cars.isDisjoint(with: reading.value) {
                cars.formIntersection(reading.value)
            }
        }
    }

    private func choose(_ values: [Named], _ found: inout Found) {
        found.choice = values.compactMap { value in value.model.map { "\(value.make) \($0)" } }
        found.mention = VehicleMention(models: values.compactMap(\.model))
    }
}

extension Int {
    fileprivate var nonzero: Int? { self == 0 ? nil : self }
}
