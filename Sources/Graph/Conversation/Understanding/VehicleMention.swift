/// A car as it was said.
package struct VehicleMention: Hashable, Sendable {
    package var year: Int?
    package var make: String?
    package var model: String?

    package init(year: Int? = nil, make: String? = nil, model: String? = nil) {
        self.year = year
        self.make = make
        self.model = model
    }
}
