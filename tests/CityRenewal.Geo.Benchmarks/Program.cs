using System.Reflection;
using CityRenewal.Geo.Benchmarks;
using CityRenewal.Geo.Benchmarks.Plans;
using CityRenewal.Geo.Benchmarks.Services;
using CityRenewal.Geo.Benchmarks.Tiles;

// usage: [--suites overlay,fabric] [--sizes 10000,100000,1000000] [--repeats 5] [--only ours] [--output results.md]
if (args is [PlanRun.Word, ..])
{
    return PlanRun.Of(args);
}

if (args is [TileVisit.Word, ..])
{
    return TileVisit.Of(args);
}

if (args is [Soak.Word, ..])
{
    return Soak.Of(args);
}

string Option(string name, string fallback) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : fallback;

var suites = Assembly.GetExecutingAssembly().GetTypes()
    .Where(type => type.IsAssignableTo(typeof(IBenchmarkSuite)) && type.IsClass)
    .Select(type => (IBenchmarkSuite)Activator.CreateInstance(type)!)
    .OrderBy(suite => suite.Name, StringComparer.Ordinal)
    .ToList();
var wanted = Option("--suites", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
var sizes = Option("--sizes", "10000,100000,1000000").Split(',').Select(int.Parse).ToList();
var book = new TrialBook(int.Parse(Option("--repeats", "5")), Console.Error.WriteLine) { HasPeers = Option("--only", "") != "ours" };
if (Option("--only", "ours") is var only && only != "ours")
{
    Console.Error.WriteLine($"--only takes 'ours', which leaves the peers out, not '{only}'");
    return 2;
}

foreach (var unknown in wanted.Except(suites.Select(suite => suite.Name)))
{
    Console.Error.WriteLine($"no suite is called '{unknown}'; there are: {string.Join(", ", suites.Select(suite => suite.Name))}");
    return 2;
}

foreach (var suite in suites.Where(suite => wanted.Length == 0 || wanted.Contains(suite.Name)))
{
    foreach (var size in sizes)
    {
        suite.Run(book, size);

        // A run of many minutes may be ended early; what is measured by then is kept.
        Save();
    }
}

Console.WriteLine(ResultTable.ToMarkdown(book.Trials));
return 0;

void Save()
{
    if (Option("--output", "") is { Length: > 0 } path)
    {
        File.WriteAllText(path, ResultTable.ToMarkdown(book.Trials));
    }
}
