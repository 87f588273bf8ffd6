extension Double {
    /// Rounded to three places behind the point, as figures are printed.
    var rounded3: Double { (self * 1000).rounded() / 1000 }
}
