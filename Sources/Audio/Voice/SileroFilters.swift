import Glibc

/// What comes before the memory of the Silero network: the transform and four convolutions, from a window to 128 numbers.
struct SileroFilters: Sendable {
    let spectrum = WindowSpectrum()
    let first: DenseLayer
    let second: DenseLayer
    let third: DenseLayer
    let fourth: DenseLayer

    init(_ file: SafeTensors) throws(ModelFileError) {
        try Self.check(file)
        first = try Self.convolution(file, "conv1", [128, 129, 3], taps: 0..<3)
        second = try Self.convolution(file, "conv2", [64, 128, 3], taps: 0..<3)
        third = try Self.convolution(file, "conv3", [64, 64, 3], taps: 0..<3)
        // Its input is one column: the outer taps meet only the zeros around it.
        fourth = try Self.convolution(file, "conv4", [128, 64, 3], taps: 1..<2)
    }

    /// The transform's kernels are Fourier's waves under a Hann window, 129 real ones and then 129 imaginary ones: they are
    /// not multiplied with, but `WindowSpectrum` takes their place, so they must be what it computes.
    private static func check(_ file: SafeTensors) throws(ModelFileError) {
        let name = "stft_conv.weight"
        let kernels = try file.floats(name, shape: [2 * WindowSpectrum.bins, 1, WindowSpectrum.size])
        let turn = 2 * Double.pi / Double(WindowSpectrum.size)
        let points = (0..<WindowSpectrum.size).map { (cos(turn * Double($0)), -sin(turn * Double($0))) }
        for (place, value) in kernels.enumerated() {
            let (row, index) = place.quotientAndRemainder(dividingBy: WindowSpectrum.size)
            let point = points[row % WindowSpectrum.bins * index % WindowSpectrum.size]
            let wave = (0.5 - 0.5 * points[index].0) * (row < WindowSpectrum.bins ? point.0 : point.1)
            guard abs(Double(value) - wave) < 1e-5 else { throw .malformed("tensor \(name) is no Fourier transform") }
        }
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
