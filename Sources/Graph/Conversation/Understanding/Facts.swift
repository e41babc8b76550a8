/// The facts of an utterance and where each was read, so that a part of the utterance knows which are its own.
struct Facts {
    enum Kind: Hashable { case service, day, time, name, phone, email, vehicle, plate, topic }

    var slots = HeardSlots()
    private(set) var places: [(kind: Kind, range: Range<Int>)] = []

    mutating func note(_ kind: Kind, _ ranges: [Range<Int>]) {
        for range in ranges { places.append((kind, range)) }
    }

    /// Whether a fact of one of these kinds begins within a range of the words.
    func has(_ kinds: Kind..., in range: Range<Int>) -> Bool {
        places.contains { kinds.contains($0.kind) && range.contains($0.range.lowerBound) }
    }
}
