/// The logistic function and the hyperbolic tangent of four numbers at once, within 3 · 10⁻⁷.
enum Logistic {
    typealias Lane = SIMD4<Float>

    /// Beyond this, in powers of two, there is nothing but 0 and 1.
    private static let most: Float = 60
    /// 1.5 · 2²³: what is added to it is rounded to a whole number, which then stands in the lowest bits.
    private static let rounder: Float = 12_582_912

    /// 1 / (1 + e⁻ˣ)
    @inline(__always)
    static func logistic(_ x: Lane) -> Lane { 1 / (1 + power(x * -1.442_695)) }

    @inline(__always)
    static func tangent(_ x: Lane) -> Lane { 2 / (1 + power(x * -2.885_390)) - 1 }

    /// 2ˣ: the whole part of `x` goes to the exponent's bits, the rest, at most a half, through the power series.
    @inline(__always)
    private static func power(_ x: Lane) -> Lane {
        var x = x
        x.replace(with: most, where: x .> most)
        x.replace(with: -most, where: x .< -most)
        let rounded = x + rounder
        let rest = x - (rounded - rounder)
        var sum = rest * 0.000_154_035_3 + 0.001_333_355_8
        sum = sum * rest + 0.009_618_129_1
        sum = sum * rest + 0.055_504_109
        sum = sum * rest + 0.240_226_51
        sum = sum * rest + 0.693_147_18
        sum = sum * rest + 1
        let whole = unsafe unsafeBitCast(rounded, to: SIMD4<Int32>.self) &<< 23
        return unsafe unsafeBitCast(unsafeBitCast(sum, to: SIMD4<Int32>.self) &+ whole, to: Lane.self)
    }
}
