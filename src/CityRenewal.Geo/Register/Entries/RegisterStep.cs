namespace CityRenewal.Geo.Register;

/// <summary>One step of an entry: what it became, when, and by which document. Never changed once it is written.</summary>
/// <param name="State">What it became.</param>
/// <param name="Date">The date of the document.</param>
/// <param name="Document">Number of the document 文号.</param>
public sealed record RegisterStep(RegisterState State, DateOnly Date, string Document);
