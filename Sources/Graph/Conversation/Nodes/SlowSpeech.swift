/// Speech in short pieces, for callers who asked to be spoken to slowly.
enum SlowSpeech {
    /// The sentences of a text, and the longer clauses as sentences of their own.
    static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for character in text {
            piece.append(character)
            if character == " ", let last = piece.dropLast().last, ".?!,".contains(last) {
                pieces.append(close(piece))
                piece = ""
            }
        }
        pieces.append(close(piece))
        return pieces.filter { !$0.isEmpty }
    }

    /// A clause with a capital letter and a full stop.
    private static func close(_ piece: String) -> String {
        var words = piece
        while let last = words.last, last == " " || last == "," { words.removeLast() }
        guard let last = words.last else { return "" }
        return words.prefix(1).uppercased() + words.dropFirst() + (".?!".contains(last) ? "" : ".")
    }
}
