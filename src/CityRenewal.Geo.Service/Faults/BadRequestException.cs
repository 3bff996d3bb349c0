namespace CityRenewal.Geo.Service.Faults;

/// <summary>A request that cannot be carried out: lists every problem, not only the first.</summary>
internal sealed class BadRequestException(IReadOnlyList<FieldProblem> problems)
    : Exception(Told.Of(problems))
{
    public IReadOnlyList<FieldProblem> Problems { get; } = problems;
}
