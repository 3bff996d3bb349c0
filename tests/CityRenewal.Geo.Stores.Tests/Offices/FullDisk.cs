using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Offices.Folders;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>Fills a small disk with an office and says what became of it: the part that runs on the small disk.</summary>
internal static class FullDisk
{
    internal static void Run(string folder)
    {
        using var office = FolderOffice.Open(Path.Combine(folder, "office"));
        var city = OfficeTown.Found(office);
        var opened = city.Open().City;
        OfficeTown.AddPlan(city, OfficeTown.Plan(city, "p1"), 0);
        var before = StateOf(city);

        Say("update", () => city.Update([SmallTown.Parcels(60_000)], null));
        Say("found", () => office.Found("large", SmallTown.Layers(60_000), OfficeTown.Settings));
        Say("plan", () => city.AddPlan(OfficeTown.Plan(city, "p2"), new byte[1], path => Large(path)));
        Say("change", () => city.ChangePlan("p1", null, plan => plan, Large));

        Console.WriteLine($"cities {string.Join(',', office.Cities)}, plans {string.Join(',', city.ReadPlans().Select(plan => plan.Id))}");
        Console.WriteLine($"unchanged {before == StateOf(city)}");
        city.Update([SmallTown.Parcels(41)], null);
        OfficeTown.Write(Path.Combine(folder, "last.gpkg"), opened, 1);
        Console.WriteLine($"works {city.Read("parcels").Sum(sheet => sheet.Shapes.Count)}");
    }

    private static string StateOf(IOfficeCity city) =>
        $"{city.ReadLayersVersion()} {city.Open().City.DataVersion} {city.ReadPlan("p1", path => CanonicalDump.HashOf(path))} {city.FindPlan("p1")}";

    private static void Large(string path)
    {
        using var file = new FileStream(path, FileMode.Append);
        file.Write(new byte[32 << 20]);
    }

    private static void Say(string what, Action work)
    {
        try
        {
            work();
            Console.WriteLine($"{what}: done");
        }
        catch (StoreException failure)
        {
            Console.WriteLine($"{what}: {failure.Problem}");
        }
    }
}
