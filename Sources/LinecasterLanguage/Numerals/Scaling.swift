extension Double {
    /// A number times a scale such as ten thousand or a million, without the error that a decimal fraction brings along.
    ///
    /// 9899.2 times 1e8 is 989,920,000,000, not two ten-thousandths more. A product that is whole up to one part in 1e14
    /// becomes whole; any other stays.
    public func scaled(by scale: Double) -> Double {
        let product = self * scale
        let whole = product.rounded()
        return abs(product - whole) <= abs(product) * 1e-14 ? whole : product
    }
}
