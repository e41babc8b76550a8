/// That the graph is to be asked although the caller has said nothing just now.
enum Resumption: Hashable, Sendable {
    /// With these words, which were kept back.
    case words(String)
    /// With the last words once more.
    case again

    var text: String? {
        if case .words(let text) = self { text } else { nil }
    }
}
