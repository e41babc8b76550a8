/// What comes before the memory of the Silero network: the transform and four convolutions, from a window to 128 numbers.
struct SileroFilters: Sendable {
    let transform: DenseLayer
    let first: DenseLayer
    let second: DenseLayer
    let third: DenseLayer
    let fourth: DenseLayer

    init(_ file: SafeTensors) throws(ModelFileError) {
        let spectrum = try file.floats("stft_conv.weight", shape: [258, 1, 256])
        transform = DenseLayer(rows: 258, columns: 256, weights: spectrum)
        first = try Self.convolution(file, "conv1", [128, 129, 3], taps: 0..<3)
        second = try Self.convolution(file, "conv2", [64, 128, 3], taps: 0..<3)
        third = try Self.convolution(file, "conv3", [64, 64, 3], taps: 0..<3)
        // Its input is one column: the outer taps meet only the zeros around it.
        fourth = try Self.convolution(file, "conv4", [128, 64, 3], taps: 1..<2)
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
}
