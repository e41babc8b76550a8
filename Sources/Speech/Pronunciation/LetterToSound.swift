/// A pronunciation guessed from English spelling, for names the dictionary lacks: the longest matching group of letters
/// first, then single letters. Good enough to recognise a name that was spelt as it sounds.
enum LetterToSound {
    /// Phones of the CMU set. Characters that are not letters are passed over.
    static func phones(of word: String) -> [String] {
        let letters = Array(word.lowercased()).filter { $0.isASCII && $0.isLetter }
        var phones: [String] = []
        var position = 0
        while position < letters.count {
            let (taken, sound) = match(letters, at: position)
            phones += sound
            position += taken
        }
        return phones
    }

    private static func match(_ letters: [Character], at position: Int) -> (Int, [String]) {
        let isLast = { (length: Int) in position + length == letters.count }
        if position > 0, letters[position] == "e", isLast(1), letters.count > 2 { return (1, []) }
        for length in stride(from: min(4, letters.count - position), through: 1, by: -1) {
            let group = String(letters[position..<(position + length)])
            guard let sound = groups[group] else { continue }
            // A doubled consonant sounds once.
            let next = position + length
            let isDoubled = length == 1 && next < letters.count && letters[next] == letters[position]
            let taken = isDoubled && !"aeiou".contains(letters[position]) ? 2 : length
            if group == "y", isLast(1), position > 0 { return (1, ["IY"]) }
            if group == "c", next < letters.count, "eiy".contains(letters[next]) { return (taken, ["S"]) }
            return (taken, sound.split(separator: " ").map(String.init))
        }
        return (1, [])
    }

    private static let groups: [String: String] = [
        "tion": "SH AH N", "sion": "ZH AH N", "ough": "AO", "eigh": "EY", "igh": "AY", "tch": "CH", "sch": "SH",
        "dge": "JH", "ch": "CH", "sh": "SH", "th": "TH", "ph": "F", "wh": "W", "ck": "K", "qu": "K W", "kn": "N",
        "wr": "R", "gh": "G", "ng": "NG", "ee": "IY", "ea": "IY", "oo": "UW", "ou": "AW", "ow": "OW", "oa": "OW",
        "ai": "EY", "ay": "EY", "ei": "EY", "ey": "IY", "ie": "IY", "oi": "OY", "oy": "OY", "au": "AO", "aw": "AO",
        "ew": "UW", "ue": "UW", "ar": "AA R", "er": "ER", "ir": "ER", "or": "AO R", "ur": "ER", "al": "AE L",
        "a": "AE", "b": "B", "c": "K", "d": "D", "e": "EH", "f": "F", "g": "G", "h": "HH", "i": "IH", "j": "JH",
        "k": "K", "l": "L", "m": "M", "n": "N", "o": "OW", "p": "P", "q": "K", "r": "R", "s": "S", "t": "T",
        "u": "AH", "v": "V", "w": "W", "x": "K S", "y": "Y", "z": "Z",
    ]
}
