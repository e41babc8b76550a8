import FoundationEssentials

/// The Silero voice activity network, version 6.2 for 16 kHz: its weights, shared by all calls, and one step of inference.
///
/// A window is 576 samples: 64 of context and 512 new ones. Short-time transform as a convolution (256 wide, 128 apart),
/// four convolutions with rectifiers, one LSTM cell of 128, and a logistic output. About 0.4 million multiplications.
///
/// All layers are dot products over contiguous memory: activations lie time by time, channel by channel, with a zero
/// column before and after, and each row of weights is laid out in the same order, padded to a multiple of eight.
///
/// Most of the work is done on the way to the memory: what comes out of silence there is known beforehand. Silence is
/// digital: that of a muted or gated microphone, and of packets that did not come.
package final class SileroNetwork: Sendable {
    /// New samples of a window.
    package static let window = 512
    /// Samples of the window before that the network sees again.
    package static let context = 64
    /// Width of the recurrent state; there are two: output and cell.
    package static let width = 128

    /// Steps of 16 bits from zero within which a frame is silence.
    private static let faintest = 2

    let filters: SileroFilters
    /// What the filters' output adds to the four gates, in the order input, forget, candidate, output.
    let input: DenseLayer
    /// What silence adds to them.
    let silence: [Float]
    /// What the cell's own output adds to them.
    let memory: DenseLayer
    let output: DenseLayer

    /// Reads the weights at `path`.
    package convenience init(path: String) throws(ModelFileError) {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else { throw .unreadable(path: path) }
        try self.init(SafeTensors(data))
    }

    package init(_ file: SafeTensors) throws(ModelFileError) {
        filters = try SileroFilters(file)
        let bias = try zip(
            file.floats("lstm_cell.bias_ih", shape: [512]), file.floats("lstm_cell.bias_hh", shape: [512]))
        input = try DenseLayer(
            rows: 512, columns: 128, weights: file.floats("lstm_cell.weight_ih", shape: [512, 128]), bias: bias.map(+))
        memory = try DenseLayer(
            rows: 512, columns: 128, weights: file.floats("lstm_cell.weight_hh", shape: [512, 128]))
        output = try DenseLayer(
            rows: 1, columns: 128, weights: file.floats("final_conv.weight", shape: [1, 128, 1]),
            bias: file.floats("final_conv.bias", shape: [1]))
        silence = Self.gates(of: [Float](repeating: 0, count: Self.context + Self.window), filters, input)
    }

    /// Appends a frame as the network wants it, from −1 to 1. What a codec makes of digital silence, a step or two from
    /// zero, is silence again.
    static func append(_ frame: [Int16], to samples: inout [Float]) {
        let isSilent = frame.allSatisfy { abs(Int($0)) <= faintest }
        for sample in frame { samples.append(isSilent ? 0 : Float(sample) / 32_768) }
    }

    /// What a window adds to the four gates.
    private static func gates(of samples: [Float], _ filters: SileroFilters, _ input: DenseLayer) -> [Float] {
        var gates: [Float] = []
        unsafe filters.output(of: samples).withUnsafeBufferPointer { filtered in
            guard let first = filtered.baseAddress else { return }
            unsafe input.apply(first) { for lane in 0..<4 { gates.append($1[lane]) } }
        }
        return gates
    }
}
