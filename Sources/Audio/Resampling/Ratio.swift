/// Target over source in lowest terms: `up` samples come out for every `down` that go in.
struct Ratio: Hashable, Sendable {
    let up: Int
    let down: Int

    init(source: Int, target: Int) {
        var (a, b) = (source, target)
        while b != 0 { (a, b) = (b, a % b) }
        up = target / a
        down = source / a
    }
}
