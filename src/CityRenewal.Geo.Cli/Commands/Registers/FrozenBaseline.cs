using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands.Registers;

/// <summary>The buildings that stood on an area in a version of the city: the present one, or one that its file remembers.</summary>
internal static class FrozenBaseline
{
    public static AreaBaseline Of(
        string path, CityWork work, IReadOnlyList<int> parcels, (string Area, DateOnly Date, int? Version) asked, CancellationToken cancel)
    {
        var present = CityFile.Versions(path).Where(known => known.Layer == LayerNames.Buildings).Select(known => known.Version).DefaultIfEmpty(0).Max();
        if (asked.Version is not { } version || version >= present)
        {
            return new AreaBaseline(asked.Area, asked.Date, present, BaselineFreezing.Buildings(work.City, work.Facts(cancel: cancel), parcels));
        }

        // The land is that of today, what stands on it is that of then.
        var layers = CityFile.ReadLayers(path, cancel: cancel).Where(layer => layer.Name != LayerNames.Buildings)
            .Append(CityFile.ReadVersion(path, LayerNames.Buildings, version, cancel));
        var then = CityAssembly.From(layers.ToList(), new AssemblyOptions { Name = work.City.Name, BaselineYear = work.City.BaselineYear, Plane = work.City.Plane }, cancel: cancel).City;
        var wanted = parcels.Select(row => work.City.Parcels.Ids[row]).ToHashSet(StringComparer.Ordinal);
        var rows = Enumerable.Range(0, then.Parcels.Count).Where(row => wanted.Contains(then.Parcels.Ids[row]));
        return new AreaBaseline(asked.Area, asked.Date, version, BaselineFreezing.Buildings(then, new CityWork(then).Facts(cancel: cancel), rows));
    }
}
