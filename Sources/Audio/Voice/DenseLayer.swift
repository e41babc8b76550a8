/// A matrix and a bias, for dot products of its rows with stretches of memory.
///
/// Rows are whole vectors of eight; the caller's memory must hold `columns` numbers from each offset.
struct DenseLayer: Sendable {
    typealias Lane = SIMD8<Float>

    let rows: Int
    let columns: Int
    private let weights: [Lane]
    private let bias: [Float]

    init(rows: Int, columns: Int, weights: [Float], bias: [Float]? = nil) {
        precondition(columns % 8 == 0 && weights.count == rows * columns, "rows are whole vectors")
        self.rows = rows
        self.columns = columns
        self.weights = stride(from: 0, to: weights.count, by: 8).map { Lane(weights[$0..<($0 + 8)]) }
        self.bias = bias ?? [Float](repeating: 0, count: rows)
    }

    /// Every row against one stretch of memory, four rows at a time.
    func apply(_ input: UnsafePointer<Float>, body: (_ row: Int, _ value: Float) -> Void) {
        let width = columns / 8
        unsafe weights.withUnsafeBufferPointer { weights in
            var row = 0
            while row + 4 <= rows {
                var (a, b, c, d) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero)
                let base = row * width
                for index in 0..<width {
                    let x = unsafe Self.load(input, index * 8)
                    unsafe a += x * weights[base + index]
                    unsafe b += x * weights[base + width + index]
                    unsafe c += x * weights[base + 2 * width + index]
                    unsafe d += x * weights[base + 3 * width + index]
                }
                body(row, a.sum() + bias[row])
                body(row + 1, b.sum() + bias[row + 1])
                body(row + 2, c.sum() + bias[row + 2])
                body(row + 3, d.sum() + bias[row + 3])
                row += 4
            }
            while row < rows {
                var sum = Lane.zero
                for index in 0..<width {
                    unsafe sum += Self.load(input, index * 8) * weights[row * width + index]
                }
                body(row, sum.sum() + bias[row])
                row += 1
            }
        }
    }

    /// Every row against two stretches, `step` numbers apart, so that each weight is read once.
    func applyTwice(
        _ input: UnsafePointer<Float>, step: Int, body: (_ row: Int, _ first: Float, _ second: Float) -> Void
    ) {
        let width = columns / 8
        unsafe weights.withUnsafeBufferPointer { weights in
            for row in 0..<rows {
                var (a, b) = (Lane.zero, Lane.zero)
                for index in 0..<width {
                    let weight = unsafe weights[row * width + index]
                    unsafe a += Self.load(input, index * 8) * weight
                    unsafe b += Self.load(input, index * 8 + step) * weight
                }
                body(row, a.sum() + bias[row], b.sum() + bias[row])
            }
        }
    }

    /// Every row against four stretches, `step` numbers apart.
    func applyFourTimes(
        _ input: UnsafePointer<Float>, step: Int, body: (_ row: Int, _ values: SIMD4<Float>) -> Void
    ) {
        let width = columns / 8
        unsafe weights.withUnsafeBufferPointer { weights in
            for row in 0..<rows {
                var (a, b, c, d) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero)
                for index in 0..<width {
                    let weight = unsafe weights[row * width + index]
                    unsafe a += Self.load(input, index * 8) * weight
                    unsafe b += Self.load(input, index * 8 + step) * weight
                    unsafe c += Self.load(input, index * 8 + 2 * step) * weight
                    unsafe d += Self.load(input, index * 8 + 3 * step) * weight
                }
                body(row, SIMD4(a.sum(), b.sum(), c.sum(), d.sum()) + bias[row])
            }
        }
    }

    @inline(__always)
    private static func load(_ pointer: UnsafePointer<Float>, _ offset: Int) -> Lane {
        unsafe UnsafeRawPointer(pointer + offset).loadUnaligned(as: Lane.self)
    }
}
