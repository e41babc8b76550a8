import FoundationEssentials

/// The Silero voice activity network, version 6.2 for 16 kHz: its weights, shared by all calls, and one step of inference.
///
/// A window is 576 samples: 64 of context and 512 new ones. Short-time transform as a convolution (256 wide, 128 apart),
/// four convolutions with rectifiers, one LSTM cell of 128, and a logistic output. About 0.7 million multiplications.
///
/// All layers are dot products over contiguous memory: activations lie time by time, channel by channel, with a zero
/// column before and after, and each row of weights is laid out in the same order, padded to a multiple of eight.
///
/// Four fifths of the work are the filters, which have no memory: what they make of silence is known beforehand. Silence is
/// digital: that of a muted or gated microphone, and of packets that did not come.
package final class SileroNetwork: Sendable {
    /// New samples of a window.
    package static let window = 512
    /// Samples of the window before that the network sees again.
    package static let context = 64
    /// Width of the recurrent state; there are two: output and cell.
    package static let width = 128

    let filters: SileroFilters
    /// What the filters make of silence.
    let silence: [Float]
    let gates: DenseLayer
    let output: DenseLayer

    /// Reads the weights at `path`.
    package convenience init(path: String) throws(ModelFileError) {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else { throw .unreadable(path: path) }
        try self.init(SafeTensors(data))
    }

    package init(_ file: SafeTensors) throws(ModelFileError) {
        filters = try SileroFilters(file)
        silence = filters.output(of: [Float](repeating: 0, count: Self.context + Self.window))
        gates = try Self.cell(file)
        output = try DenseLayer(
            rows: 1, columns: 128, weights: file.floats("final_conv.weight", shape: [1, 128, 1]),
            bias: file.floats("final_conv.bias", shape: [1]))
    }

    /// The four gates over input and state side by side, in the order input, forget, candidate, output.
    private static func cell(_ file: SafeTensors) throws(ModelFileError) -> DenseLayer {
        let input = try file.floats("lstm_cell.weight_ih", shape: [512, 128])
        let state = try file.floats("lstm_cell.weight_hh", shape: [512, 128])
        let inputBias = try file.floats("lstm_cell.bias_ih", shape: [512])
        let stateBias = try file.floats("lstm_cell.bias_hh", shape: [512])
        var weights: [Float] = []
        weights.reserveCapacity(512 * 256)
        for row in 0..<512 {
            weights += input[(row * 128)..<(row * 128 + 128)]
            weights += state[(row * 128)..<(row * 128 + 128)]
        }
        return DenseLayer(rows: 512, columns: 256, weights: weights, bias: zip(inputBias, stateBias).map(+))
    }
}
