/// How late the loops were lately: the middle one of the last three looks, so that one hiccup turns no call away.
struct LagWindow: Hashable, Sendable {
    private var looks = [Duration](repeating: .zero, count: 3)

    var value: Duration { looks.sorted()[1] }

    mutating func add(_ lag: Duration) {
        looks.removeFirst()
        looks.append(lag)
    }
}
