/// What is wrong with a phrase, as the rest of a sentence.
struct PhraseFault: Error, Hashable, Sendable {
    let what: String
}
