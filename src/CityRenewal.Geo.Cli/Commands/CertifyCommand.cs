using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Exact;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal certify`: whether areas of a plan are the best that their own land and the free land around them allow.</summary>
internal static class CertifyCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("plan") { Description = "Plan that `renewal propose` wrote." };
        var city = new Option<string>("--city") { Description = "City file that the plan was made from.", Required = true };
        var ids = new Option<string[]>("--area") { Description = "Areas to solve, A001 and so on; default is all that are small enough.", AllowMultipleArgumentsPerToken = true };
        var rings = Options.Whole("--rings", "Steps of free land around an area that it may grow into.", 0, 10, fallback: 2);
        var rules = new Option<string?>("--rules") { Description = "Rule pack of the plan, where it is no shipped one: path of its YAML file." };
        var (map, threads, json) = (Options.Map(), Options.Threads(), Options.Json());
        var limits = new LimitsChoice();
        var command = new Command("certify", "Solves the land of single areas exactly: the optimum, or how far an area can be from it.")
        {
            file, city, ids, rings, rules, map, threads, json,
        };
        limits.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            using var progress = StageLine.OnStandardError();
            var opened = CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel, parsed.GetValue(threads));
            var work = new CityWork(opened.City) { Threads = parsed.GetValue(threads) };
            var plan = PlanReader.Read(parsed.GetValue(file)!, work.City);
            if (plan.Options.HasFloorWorth)
            {
                throw new InputException(
                    "The plan gives floor area a worth, so the best land of an area depends on the buildings that go there: such areas are not solved exactly. `renewal verify` checks the bound of the whole plan.");
            }

            var reasons = WrittenPlanInput.Explain(plan, work, (parsed.GetValue(rules), limits.PathIn(parsed)), progress, cancel);
            var wanted = Wanted(reasons, parsed.GetValue(ids) ?? []);
            var found = wanted.ConvertAll(area => AreaCertification.Of(reasons, area, parsed.GetValue(rings), cancel));
            progress.Dispose();
            if (parsed.GetValue(json))
            {
                using var stdout = Console.OpenStandardOutput();
                CertificateJson.To(stdout, found, reasons.City);
            }
            else
            {
                CertificateTable.Print(found, reasons.City);
                Console.Out.WriteLine(MeasuredPlan.Disclaimer);
            }

            return Task.FromResult(found.TrueForAll(certificate => certificate.IsClosed) ? ExitCode.Done : ExitCode.Findings);
        });
        return command;
    }

    private static List<int> Wanted(PlanReasons reasons, string[] ids)
    {
        var all = Enumerable.Range(0, reasons.Areas.Count).ToList();
        var foreign = ids.Except(reasons.Areas.Select(area => area.Id)).ToList();
        if (foreign.Count > 0)
        {
            throw new InputException($"--area: the plan has no area {string.Join(", ", foreign)}. It has {string.Join(", ", reasons.Areas.Take(12).Select(area => area.Id))} …");
        }

        var wanted = ids.Length == 0 ? all : all.FindAll(area => ids.Contains(reasons.Areas[area].Id));
        var large = wanted.FindAll(area => !AreaCertification.CanSolve(reasons, area));
        if (large.Count > 0 && ids.Length > 0)
        {
            throw new InputException($"--area: {string.Join(", ", large.Select(area => reasons.Areas[area].Id))}: up to {AreaCertification.MostNodes} parcels are solved exactly. Name smaller areas.");
        }

        large.ForEach(area => Console.Error.WriteLine($"note: {reasons.Areas[area].Id} is left out: it has more than {AreaCertification.MostNodes} parcels."));
        return [.. wanted.Except(large)];
    }
}
