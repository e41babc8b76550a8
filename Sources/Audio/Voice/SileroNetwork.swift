import FoundationEssentials

/// The Silero voice activity network, version 6.2 for 16 kHz: its weights, shared by all calls, and one step of inference.
///
/// A window is 576 samples: 64 of context and 512 new ones. Short-time transform as a convolution (256 wide, 128 apart),
/// four convolutions with rectifiers, one LSTM cell of 128, and a logistic output. About 0.7 million multiplications.
///
/// All layers are dot products over contiguous memory: activations lie time by time, channel by channel, with a zero
/// column before and after, and each row of weights is laid out in the same order, padded to a multiple of eight.
package final class SileroNetwork: Sendable {
    /// New samples of a window.
    package static let window = 512
    /// Samples of the window before that the network sees again.
    package static let context = 64
    /// Width of the recurrent state; there are two: output and cell.
    package static let width = 128

    let transform: DenseLayer
    let first: DenseLayer
    let second: DenseLayer
    let third: DenseLayer
    let fourth: DenseLayer
    let gates: DenseLayer
    let output: DenseLayer

    /// Reads the weights at `path`.
    package convenience init(path: String) throws(ModelFileError) {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else { throw .unreadable(path: path) }
        try self.init(SafeTensors(data))
    }

    package init(_ file: SafeTensors) throws(ModelFileError) {
        let spectrum = try file.floats("stft_conv.weight", shape: [258, 1, 256])
        transform = DenseLayer(rows: 258, columns: 256, weights: spectrum)
        first = try Self.convolution(file, "conv1", [128, 129, 3], taps: 0..<3)
        second = try Self.convolution(file, "conv2", [64, 128, 3], taps: 0..<3)
        third = try Self.convolution(file, "conv3", [64, 64, 3], taps: 0..<3)
        // Its input is one column: the outer taps meet only the zeros around it.
        fourth = try Self.convolution(file, "conv4", [128, 64, 3], taps: 1..<2)
        gates = try Self.cell(file)
        output = try DenseLayer(
            rows: 1, columns: 128, weights: file.floats("final_conv.weight", shape: [1, 128, 1]),
            bias: file.floats("final_conv.bias", shape: [1]))
    }

    /// Turns a kernel of [outputs, inputs, taps] into rows of taps × padded inputs.
    private static func convolution(
        _ file: SafeTensors, _ name: String, _ shape: [Int], taps: Range<Int>
    ) throws(ModelFileError) -> DenseLayer {
        let (rows, inputs, width) = (shape[0], shape[1], shape[2])
        let kernel = try file.floats("\(name).weight", shape: shape)
        let bias = try file.floats("\(name).bias", shape: [rows])
        let stride = (inputs + 7) / 8 * 8
        var weights = [Float](repeating: 0, count: rows * taps.count * stride)
        for row in 0..<rows {
            for input in 0..<inputs {
                for tap in taps {
                    let place = (row * taps.count + tap - taps.lowerBound) * stride + input
                    weights[place] = kernel[(row * inputs + input) * width + tap]
                }
            }
        }
        return DenseLayer(rows: rows, columns: taps.count * stride, weights: weights, bias: bias)
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
