namespace CityRenewal.Geo.Service.Faults;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Field">Path of the field, for example <c>outlines[3].wkb</c>.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
internal sealed record FieldProblem(string Field, string Message);
