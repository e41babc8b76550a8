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
    /// - Parameter sink: returns false to stop; then no more pieces come.
    func speak(_ clause: String, sink: @escaping ([Int16]) -> Bool) throws(SpeechError) {
        guard let voice = unsafe voice else { throw .unavailable("the voice cmu_us_slt") }
        let target = Target(sink)
        let spoken = withExtendedLifetime(target) {
            unsafe parley_flite_speak(voice, clause, Self.deliver, Unmanaged.passUnretained(target).toOpaque())
        }
        guard spoken != 0 else { throw .failed("synthesis") }
    }

    private final class Target {
        let sink: ([Int16]) -> Bool

        init(_ sink: @escaping ([Int16]) -> Bool) {
            self.sink = sink
        }
    }

    @safe private static let deliver: parley_flite_sink = { samples, count, _, context in
        guard let context = unsafe context, let samples = unsafe samples, count > 0 else { return 0 }
        let target = unsafe Unmanaged<Target>.fromOpaque(context).takeUnretainedValue()
        return target.sink(unsafe Array(UnsafeBufferPointer(start: samples, count: Int(count)))) ? 0 : 1
    }
}
