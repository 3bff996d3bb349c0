using System.Diagnostics;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Offices.Folders;
using CityRenewal.Geo.Stores.PostGis;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>A second process that works on an office, to be killed or to run out of disk.</summary>
internal static class OtherProcess
{
    public static int Main(string[] args)
    {
        switch (args)
        {
            case ["work", var where]:
                Work(where);
                return 0;
            case ["fill", var folder]:
                FullDisk.Run(folder);
                return 0;
            default:
                Console.Error.WriteLine("This is the second process of tests: run them with `dotnet test`.");
                return 2;
        }
    }

    /// <summary>Starts this program as a process of its own.</summary>
    internal static Process Start(params string[] arguments) => Started("dotnet", [typeof(OtherProcess).Assembly.Location, .. arguments]);

    internal static Process Started(string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
    })!;

    internal static IOfficeStore Open(string where) => where.Contains("Host=", StringComparison.Ordinal) ? PostGisOffice.Open(where) : FolderOffice.Open(where);

    // Says every piece of work when it has been acknowledged, and never ends by itself.
    private static void Work(string where)
    {
        using var office = Open(where);
        var city = office.Find("town")!;
        var opened = city.Open().City;
        for (var i = 0; ; i++)
        {
            var id = $"k{Guid.NewGuid():N}";
            city.AddPlan(OfficeTown.Plan(city, id), new[] { (byte)i }, path => OfficeTown.Write(path, opened, i % 30));
            Say($"plan {id} 1 a");
            city.ChangePlan(id, 1, plan => plan with { OpenFindings = i }, path => TemporaryFolder.Sql(path, "INSERT INTO notes (code, text, text_chinese) VALUES ('opinion', 'b', '意见')"));
            Say($"plan {id} 2 a,b");
            city.Update([SmallTown.Parcels(41 + (i % 20))], null);
            Say($"layers {41 + (i % 20)}");
        }
    }

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
