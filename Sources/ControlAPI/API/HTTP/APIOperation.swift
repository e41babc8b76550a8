import Surface

/// An operation of the surface; Foundation has another thing of that name.
typealias APIOperation = Operation
