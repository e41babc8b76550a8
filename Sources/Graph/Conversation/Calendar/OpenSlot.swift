/// A day and a time at which something can be booked.
package struct OpenSlot: Hashable, Comparable, Sendable, Codable {
    package let day: Day
    package let time: TimeOfDay

    package init(_ day: Day, _ time: TimeOfDay) {
        self.day = day
        self.time = time
    }

    package static func < (left: OpenSlot, right: OpenSlot) -> Bool {
        (left.day, left.time) < (right.day, right.time)
    }
}
