import CFlite

/// The voice `cmu_us_slt`: female, American, 16 kHz. One for the process, shared by all threads.
@safe struct FliteVoice: Sendable {
    static let rate = 16_000
    /// The engine starts with the first use.
    static let slt = FliteVoice()

    /// The library never changes a registered voice, and the streaming information goes into each utterance.
    private nonisolated(unsafe) let voice: UnsafeMutablePointer<cst_voice>?

    private init() {
        flite_init()
        unsafe voice = unsafe register_cmu_us_slt(nil)
    }

    /// Speaks one clause, handing over its sound in pieces of 320 samples or so.
    ///
    /// - Parameters:
    ///   - begin: is told first where the clause's words (what white space separates) end, in samples; empty when the
    ///     voice does not know.
    ///   - sink: returns false to stop; then no more pieces come.
    func speak(
        _ clause: String, begin: @escaping ([Int]) -> Void = { _ in }, sink: @escaping ([Int16]) -> Bool
    ) throws(SpeechError) {
        guard let voice = unsafe voice else { throw .unavailable("the voice cmu_us_slt") }
        let target = Target(begin: begin, sink: sink)
        let spoken = withExtendedLifetime(target) {
            unsafe parley_flite_speak(voice, clause, Self.deliver, Unmanaged.passUnretained(target).toOpaque())
        }
        guard spoken != 0 else { throw .failed("synthesis") }
    }

    private final class Target {
        /// Called once.
        var begin: (([Int]) -> Void)?
        let sink: ([Int16]) -> Bool

        init(begin: @escaping ([Int]) -> Void = { _ in }, sink: @escaping ([Int16]) -> Bool) {
            self.begin = begin
            self.sink = sink
        }
    }

    /// More words than a clause has.
    private static let mostWords = 256

    @safe private static let deliver: parley_flite_sink = { samples, count, utterance, context in
        guard let context = unsafe context, let samples = unsafe samples, count > 0 else { return 0 }
        let target = unsafe Unmanaged<Target>.fromOpaque(context).takeUnretainedValue()
        if let begin = target.begin {
            target.begin = nil
            var ends = [Float](repeating: 0, count: mostWords)
            let found = unsafe parley_flite_token_ends(utterance, &ends, Int32(ends.count))
            begin(ends.prefix(Int(found)).map { Int($0 * Float(rate)) })
        }
        return target.sink(unsafe Array(UnsafeBufferPointer(start: samples, count: Int(count)))) ? 0 : 1
    }
}
