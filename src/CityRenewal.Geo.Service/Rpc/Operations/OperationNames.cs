using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Service.Rpc.Operations;

/// <summary>Names of operations on the wire.</summary>
internal static class OperationNames
{
    private const string Collection = "operations/";

    /// <summary>The name of a run.</summary>
    public static string Of(string id) => Collection + id;

    /// <summary>The run of a name.</summary>
    /// <exception cref="BadRequestException">The name is none of an operation.</exception>
    /// <exception cref="MissingException">There is no such operation.</exception>
    public static RunRecord Find(RunQueue queue, string name) =>
        !name.StartsWith(Collection, StringComparison.Ordinal)
            ? throw new BadRequestException([new FieldProblem("name", $"'{name}' does not name an operation; write operations/ID.")])
            : queue.Find(name[Collection.Length..])
                ?? throw new MissingException("NO_SUCH_OPERATION", $"There is no operation '{name}'; list operations to see which there are.");
}
