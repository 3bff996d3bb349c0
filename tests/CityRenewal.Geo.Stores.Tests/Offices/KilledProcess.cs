using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>Kills a second process in the middle of its work, again and again, and looks for what it had acknowledged.</summary>
internal static class KilledProcess
{
    private const int Rounds = 4;

    /// <summary>Everything that was acknowledged over all rounds is in the office afterwards.</summary>
    internal static void LosesNothing(string where, Func<IOfficeStore> open)
    {
        using (var office = open())
        {
            OfficeTown.Found(office);
        }

        var said = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            said.AddRange(Killed(where, lines: 2 + round, pause: TimeSpan.FromMilliseconds(23 * round)));
            using var office = open();
            Check(office.Find("town")!, said);
        }
    }

    private static List<string> Killed(string where, int lines, TimeSpan pause)
    {
        using var process = OtherProcess.Start("work", where);
        var said = new List<string>();
        for (var i = 0; i < lines; i++)
        {
            said.Add(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(process.StandardError.ReadToEnd()));
        }

        Thread.Sleep(pause);
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        said.AddRange(process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return said;
    }

    private static void Check(IOfficeCity city, List<string> said)
    {
        foreach (var plan in said.Where(line => line.StartsWith("plan", StringComparison.Ordinal)).Select(line => line.Split(' ')).GroupBy(words => words[1]))
        {
            var known = city.FindPlan(plan.Key)!;
            Assert.True(known.Revision >= plan.Max(words => int.Parse(words[2])), plan.Key);
            Assert.Equal(known.Revision == 2 ? "a,b" : "a", city.ReadPlan(plan.Key, path => TemporaryFolder.Sql(path, "SELECT group_concat(text) FROM notes")));
        }

        // Each plan that is there is whole, acknowledged or not.
        Assert.All(city.ReadPlans(), plan => Assert.Single(city.ReadPlan(plan.Id, Stores.GeoPackage.PlanAreas.Read)));
        var features = city.ReadVersions().Last(version => version.Layer == "parcels").Features;
        if (said.LastOrDefault(line => line.StartsWith("layers", StringComparison.Ordinal)) is { } last)
        {
            Assert.True(features >= int.Parse(last.Split(' ')[1]), $"{features} parcels, but '{last}' was acknowledged");
        }

        Assert.Equal(features, city.Open().City.Parcels.Count);
    }
}
