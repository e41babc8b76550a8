/// Places in a list, as callers name them: "the first one", "the last", "the later one".
enum Ordinal {
    /// The element that is named by its place; `nil` when none is.
    static func pick<Element>(from list: [Element], _ wording: Wording) -> Element? {
        guard let first = list.first, let last = list.last else { return nil }
        if wording.has(any: ["last", "latest", "later", "latter", "last one"]) { return last }
        let places: [[Phrase]] = [
            ["first", "1st", "one", "earlier", "former", "number one", "earliest"],
            ["second", "2nd", "two", "number two", "other"], ["third", "3rd", "three", "number three"],
            ["fourth", "4th", "number four"],
        ]
        if list.count == 3, wording.has("middle") { return list[1] }
        // "The second one": the longer word counts, "one" is only a pronoun then.
        for (place, words) in places.enumerated().reversed() where list.indices.contains(place) {
            if wording.has(any: words) { return list[place] }
        }
        return list.count == 1 && wording.has(any: ["that", "that one", "it", "that works"]) ? first : nil
    }
}
