import Speech

/// A recogniser that cannot be reached.
struct BrokenRecognizer: SpeechRecognizer {
    func makeStream(vocabulary: String) async throws -> any RecognitionStream {
        throw SpeechError.unreachable("no route")
    }
}
