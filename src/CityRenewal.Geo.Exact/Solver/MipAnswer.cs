namespace CityRenewal.Geo.Exact.Solver;

/// <summary>What a solve found.</summary>
/// <param name="Values">Values of the variables; null where none keeps all rows, or none was found.</param>
/// <param name="Bound">What the objective can be at most; −∞ where nothing keeps all rows.</param>
/// <param name="IsOptimal">Whether the model is solved to its end.</param>
/// <param name="Nodes">Branching nodes searched.</param>
internal sealed record MipAnswer(double[]? Values, double Bound, bool IsOptimal, long Nodes);
