/// A matrix and a bias, for dot products of its rows with stretches of memory.
///
/// Four rows are taken at a time. Their weights lie side by side, vector by vector of four, in the order in which they are
/// read; missing rows are zeros. The caller's memory must hold `columns` numbers from each offset.
struct DenseLayer: Sendable {
    typealias Lane = SIMD4<Float>

    let columns: Int
    /// For each four rows, for each four columns, the rows one after the other.
    private let weights: [Lane]
    /// Of each four rows.
    private let bias: [Lane]

    init(rows: Int, columns: Int, weights: [Float], bias: [Float]? = nil) {
        precondition(columns % 8 == 0 && weights.count == rows * columns, "rows are pairs of whole vectors")
        self.columns = columns
        let groups = stride(from: 0, to: rows, by: 4)
        self.weights = groups.flatMap { group in
            stride(from: 0, to: columns, by: 4).flatMap { column in
                (group..<(group + 4)).map { row in
                    row < rows ? Lane(weights[(row * columns + column)..<(row * columns + column + 4)]) : .zero
                }
            }
        }
        self.bias = groups.map { group in
            var lane = Lane.zero
            for row in group..<min(group + 4, rows) { lane[row - group] = bias?[row] ?? 0 }
            return lane
        }
    }

    /// Every row against one stretch of memory: `values` are those of `row` and the three after it.
    @inline(__always)
    func apply(_ input: UnsafePointer<Float>, body: (_ row: Int, _ values: Lane) -> Void) {
        unsafe weights.withUnsafeBufferPointer { weights in
            for group in bias.indices {
                var (a, b, c, d) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero)
                var (e, f, g, h) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero)
                var place = group * columns
                for column in stride(from: 0, to: columns, by: 8) {
                    let (x, y) = unsafe (Self.load(input, column), Self.load(input, column + 4))
                    unsafe a += x * weights[place]
                    unsafe b += x * weights[place + 1]
                    unsafe c += x * weights[place + 2]
                    unsafe d += x * weights[place + 3]
                    unsafe e += y * weights[place + 4]
                    unsafe f += y * weights[place + 5]
                    unsafe g += y * weights[place + 6]
                    unsafe h += y * weights[place + 7]
                    place += 8
                }
                body(group * 4, Self.sums(a + e, b + f, c + g, d + h) + bias[group])
            }
        }
    }

    /// Every row against two stretches, `step` numbers apart, so that each weight is read once.
    @inline(__always)
    func applyTwice(
        _ input: UnsafePointer<Float>, step: Int, body: (_ row: Int, _ first: Lane, _ second: Lane) -> Void
    ) {
        unsafe weights.withUnsafeBufferPointer { weights in
            for group in bias.indices {
                var (a, b, c, d) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero)
                var (e, f, g, h) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero)
                var place = group * columns
                for column in stride(from: 0, to: columns, by: 4) {
                    let (x, y) = unsafe (Self.load(input, column), Self.load(input, column + step))
                    let (p, q) = unsafe (weights[place], weights[place + 1])
                    let (r, s) = unsafe (weights[place + 2], weights[place + 3])
                    (a, b, c, d) = (a + x * p, b + x * q, c + x * r, d + x * s)
                    (e, f, g, h) = (e + y * p, f + y * q, g + y * r, h + y * s)
                    place += 4
                }
                body(group * 4, Self.sums(a, b, c, d) + bias[group], Self.sums(e, f, g, h) + bias[group])
            }
        }
    }

    /// The sum of each vector.
    @inline(__always)
    private static func sums(_ a: Lane, _ b: Lane, _ c: Lane, _ d: Lane) -> Lane {
        let left = Lane(lowHalf: a.lowHalf + a.highHalf, highHalf: b.lowHalf + b.highHalf)
        let right = Lane(lowHalf: c.lowHalf + c.highHalf, highHalf: d.lowHalf + d.highHalf)
        return Lane(lowHalf: left.evenHalf + left.oddHalf, highHalf: right.evenHalf + right.oddHalf)
    }

    @inline(__always)
    private static func load(_ pointer: UnsafePointer<Float>, _ offset: Int) -> Lane {
        unsafe UnsafeRawPointer(pointer + offset).loadUnaligned(as: Lane.self)
    }
}
