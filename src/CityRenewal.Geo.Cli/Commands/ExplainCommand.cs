using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Reports.Maps;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal explain`: why every parcel of a plan is in or out, what binds each area and why its outline stops.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("plan") { Description = "Plan that `renewal propose` wrote." };
        var city = new Option<string>("--city") { Description = "City file that the plan was made from.", Required = true };
        var ids = new Option<string[]>("--parcel") { Description = "Ids of parcels to tell everything of.", AllowMultipleArgumentsPerToken = true };
        var others = new Option<string[]>("--with")
        {
            Description = "Further plans of the same city: in how many of all each parcel is in.", AllowMultipleArgumentsPerToken = true,
        };
        var rules = new Option<string?>("--rules") { Description = "Rule pack of the plan, where it is no shipped one: path of its YAML file." };
        var output = Options.ToWrite(new Option<string?>("--output", "-o") { Description = "GeoPackage to write with the reason of every parcel, styled." });
        var svg = Options.ToWrite(new Option<string?>("--svg") { Description = "Map of the reasons to write." });
        var (map, threads, json) = (Options.Map(), Options.Threads(), Options.Json());
        var limits = new LimitsChoice();
        var command = new Command("explain", "Says why parcels are in or out of a plan, and what binds its areas.")
        {
            file, city, ids, others, rules, output, svg, map, threads, json,
        };
        limits.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            using var progress = StageLine.OnStandardError();
            var opened = CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel, parsed.GetValue(threads));
            var work = new CityWork(opened.City) { Threads = parsed.GetValue(threads) };
            var plan = PlanReader.Read(parsed.GetValue(file)!, work.City);
            var reasons = WrittenPlanInput.Explain(plan, work, (parsed.GetValue(rules), limits.PathIn(parsed)), progress, cancel);
            var frequency = FrequencyOf(plan, parsed.GetValue(others) ?? [], work.City);
            var areas = new AreaBinding(reasons).All();
            var details = DetailsOf(reasons, parsed.GetValue(ids) ?? []);
            Write(reasons, areas, frequency, (parsed.GetValue(output), parsed.GetValue(svg)));
            progress.Dispose();
            if (parsed.GetValue(json))
            {
                using var stdout = Console.OpenStandardOutput();
                ReasonJson.To(stdout, reasons, areas, details, frequency);
            }
            else
            {
                ReasonTable.Print(reasons, areas, frequency);
                details.ToList().ForEach(detail => ParcelReasonText.Print(detail, reasons, frequency));
                Console.Out.WriteLine(MeasuredPlan.Disclaimer);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static PlanFrequency? FrequencyOf(WrittenPlan plan, string[] others, City city) => others.Length == 0
        ? null
        : PlanFrequency.Of(city.Parcels.Count, [plan.Areas, .. others.Select(path => PlanReader.Read(path, city).Areas)]);

    private static IReadOnlyList<ParcelDetail> DetailsOf(PlanReasons reasons, string[] ids)
    {
        var rows = ids.ToDictionary(id => id, _ => -1, StringComparer.Ordinal);
        for (var parcel = 0; parcel < reasons.Count && rows.Count > 0; parcel++)
        {
            if (reasons.City.Parcels.Ids[parcel] is { } id && rows.ContainsKey(id))
            {
                rows[id] = parcel;
            }
        }

        var foreign = ids.Where(id => rows[id] < 0).ToList();
        if (foreign.Count > 0)
        {
            throw new InputException($"--parcel: the city has no parcel {string.Join(", ", foreign)}. Give ids as they stand in the parcel layer.");
        }

        var details = new DetailAssembly(reasons);
        return [.. ids.Distinct(StringComparer.Ordinal).Select(id => details.Of(rows[id]))];
    }

    private static void Write(
        PlanReasons reasons, IReadOnlyList<AreaReasons> areas, PlanFrequency? frequency, (string? Output, string? Svg) to)
    {
        if (to.Output is { } output)
        {
            ReasonFile.Write(output, reasons, areas, frequency);
        }

        if (to.Svg is { } svg)
        {
            WholeFile.Write(svg, writer => writer.Write(ReasonMap.ToSvg(reasons, $"纳入与否原因 Why parcels are in or out · {reasons.City.Name}")));
        }
    }
}
