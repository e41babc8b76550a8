/// Services by any of their names.
///
/// The longest name that occurs wins, and a name before a symptom: "my brakes make a strange noise" is about brakes. A name
/// that several services share, or a word of several services' names, leaves a choice.
struct ServiceReader: Sendable {
    /// What was read.
    struct Found: Equatable {
        /// One: it is meant. Several: the words fit all of them.
        var meant: [String] = []
        /// Further services named in the same breath.
        var others: [String] = []
        var isCorrection = false
        var ranges: [Range<Int>] = []
    }

    private struct Synonym: Sendable {
        let name: String
        /// Whether it says what the service is called, and not what is wrong with the car.
        let isName: Bool
    }

    private let index: PhraseIndex<Synonym>
    /// The services by the words of their names.
    private let heads: [String: [String]]

    init(services: [ServiceName]) {
        var heads: [String: [String]] = [:]
        var phrases: [(Phrase, Synonym)] = []
        for service in services {
            let name = Wording(service.name).words
            let stems = Set(name.map(Self.stem))
            for stem in stems where stem.count >= 4 && !Self.generic.contains(stem) {
                heads[stem, default: []].append(service.name)
            }
            for words in Set(service.synonyms.map { Wording($0).words } + [name]) {
                let isName = words.contains { stems.contains(Self.stem($0)) && !Self.generic.contains(Self.stem($0)) }
                phrases.append((Phrase(words: words), Synonym(name: service.name, isName: isName)))
            }
        }
        self.heads = heads
        index = PhraseIndex(phrases)
    }

    /// `isExpected`: the caller was asked which service.
    func read(_ words: [String], isExpected: Bool) -> Found {
        let readings = index.longest(in: words, words.indices)
        guard !readings.isEmpty else { return byHead(words, isExpected: isExpected) }
        let wanted = readings.filter { !Refusal.covers($0.range, in: words) }
        var found = Found()
        found.ranges = readings.map(\.range)
        let standing = Self.standing(wanted, words)
        found.isCorrection = standing.count < readings.count
        guard var best = standing.max(by: Self.isWeaker) else { return found }
        found.others = Self.list(standing, words, &best)
        found.meant = Self.names(best)
        return found
    }

    private static func names(_ reading: Reading<[Synonym]>) -> [String] {
        var names: [String] = []
        for synonym in reading.value where !names.contains(synonym.name) { names.append(synonym.name) }
        return names
    }

    private static func isWeaker(_ left: Reading<[Synonym]>, _ right: Reading<[Synonym]>) -> Bool {
        let (first, second) = (left.value.contains { $0.isName }, right.value.contains { $0.isName })
        return first == second ? left.range.count < right.range.count : second
    }

    /// What is left where words between two names take back what was said before: "tires, no, brakes, my brakes".
    private static func standing(
        _ readings: [Reading<[Synonym]>], _ words: [String]
    ) -> ArraySlice<Reading<[Synonym]>> {
        let start = readings.indices.dropFirst().last { index in
            let before = readings[index - 1].range
            let gap = words[before.upperBound..<readings[index].range.lowerBound]
            let isAdded = index < readings.count - 1 && gap.contains { $0 == "and" || $0 == "also" || $0 == "plus" }
            return !isAdded && Corrections.replaces(gap, in: words, before)
        }
        return readings[(start ?? 0)...]
    }

    /// What else is wanted beside the first of several names joined by "and".
    private static func list(
        _ readings: ArraySlice<Reading<[Synonym]>>, _ words: [String], _ best: inout Reading<[Synonym]>
    ) -> [String] {
        let named = readings.filter { $0.value.count == 1 && $0.value[0].isName }
        guard let first = named.first, named.count > 1 else { return [] }
        var listed = [first]
        for reading in named.dropFirst() {
            let gap = words[(listed.last ?? first).range.upperBound..<reading.range.lowerBound]
            if gap.contains(where: { ["and", "plus", "also", "with", "then", "as"].contains($0) }) {
                listed.append(reading)
            }
        }
        guard listed.count > 1 else { return [] }
        best = first
        let name = first.value[0].name
        return listed.dropFirst().map { $0.value[0].name }.filter { $0 != name }
    }

    // MARK: Words of names

    /// Say nothing about which service it is.
    private static let generic: Set<String> = [
        "service", "repair", "replacement", "replace", "change", "check", "car", "vehicle", "full", "schedul", "work",
        "standard", "basic", "complete", "with", "test", "state", "light", "system", "front", "rear",
    ]

    private func byHead(_ words: [String], isExpected: Bool) -> Found {
        for (place, word) in words.enumerated() where word.count >= 4 {
            guard let names = heads[Self.stem(word)], names.count > 1 || isExpected else { continue }
            let range = place..<(place + 1)
            if Refusal.covers(range, in: words) { continue }
            return Found(meant: names, ranges: [range])
        }
        return Found()
    }

    /// A word without the endings of plural, progress and past.
    private static func stem(_ word: String) -> String {
        for ending in ["ing", "ed", "es", "s"] where word.hasSuffix(ending) && word.count - ending.count >= 4 {
            return String(word.dropLast(ending.count))
        }
        return word
    }
}
