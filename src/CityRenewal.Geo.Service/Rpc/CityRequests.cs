using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Finds the city that a request names.</summary>
internal static class CityRequests
{
    private const string Collection = "cities/";

    /// <summary>The name of a city; empty, with a problem, where the resource name is none.</summary>
    public static string NameOf(string resource, List<FieldProblem> problems)
    {
        if (resource.StartsWith(Collection, StringComparison.Ordinal))
        {
            return resource[Collection.Length..];
        }

        problems.Add(new FieldProblem("city", $"'{resource}' does not name a city; write cities/NAME."));
        return "";
    }

    /// <summary>The work on a city.</summary>
    /// <exception cref="NoSuchCityException">The service does not hold it.</exception>
    public static async Task<CityWork> FindAsync(
        CityShelf shelf, string name, IProgress<WorkProgress>? progress, CancellationToken cancel) =>
        await shelf.FindAsync(name, progress, cancel) ?? throw new NoSuchCityException(name);

    /// <summary>A city as the office keeps it.</summary>
    /// <exception cref="NoSuchCityException">The service does not hold it.</exception>
    public static Stores.Offices.IOfficeCity Kept(CityShelf shelf, string name) => shelf.Office.Find(name) ?? throw new NoSuchCityException(name);
}
