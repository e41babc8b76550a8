/// A call as a stereo file: the caller on the left, the agent on the right, in step with the 20 ms of the call.
package struct CallRecording: ~Copyable {
    private var file: OggOpusFile
    private var agent: Resampler

    /// - Parameters:
    ///   - serial: tells this stream from others; any number.
    ///   - agentRate: the synthesiser's. The caller's is 16 kHz.
    package init(serial: UInt32, agentRate: Int) throws(OpusError) {
        file = try OggOpusFile(serial: serial)
        agent = Resampler(from: agentRate, to: OggOpusFile.rate)
    }

    /// The bytes that begin the file.
    package func beginning(remarks: [String] = []) -> [UInt8] { file.beginning(remarks: remarks) }

    /// 20 ms of both; `nil` is silence. Returns the bytes to be written behind all before; none for most of a second.
    package mutating func append(caller: [Int16]?, agent: [Int16]?) throws(OpusError) -> [UInt8] {
        let silence = AudioFrame.sampleCount(at: self.agent.source)
        // Silence goes through the filter too, so that the tail of the speech before comes out of it.
        let voice = self.agent.process(agent ?? [Int16](repeating: 0, count: silence))
        return try file.append(left: caller, right: voice)
    }

    /// The last bytes; nothing may be appended afterwards.
    package mutating func end() throws(OpusError) -> [UInt8] { try file.end() }
}
