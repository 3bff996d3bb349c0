using System.CommandLine;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Reports.Charts;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Reopening;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal ensemble`: many valid plans for the same need, and where a submitted plan stands among them.</summary>
internal static class EnsembleCommand
{
    private static readonly EnsembleOptions Defaults = new();

    public static Command Create()
    {
        var (city, map, json) = (Options.City(), Options.Map(), Options.Json());
        var plans = Options.Whole("--plans", "Plans to draw.", 40, 1_000_000, fallback: Defaults.Plans);
        var chains = Options.Whole("--chains", "Chains that draw them, each from a start of its own.", 2, 64, fallback: Defaults.Chains);
        var apart = Options.Whole("--apart", "Proposals per parcel between two plans of a chain; more make them less alike.", 1, 100_000, fallback: Defaults.Apart);
        var loss = new Option<double>("--loss") { Description = "How much less than the best a plan is worth on average, as a share, in (0, 1).", DefaultValueFactory = _ => Defaults.Loss };
        var review = new Option<string?>("--review") { Description = "Plan or boundaries to place among them: a plan of `renewal propose`, or any file with polygons." };
        var layer = new Option<string?>("--layer") { Description = "With --review: layer of the file, where it has several." };
        var crs = Options.Whole("--crs", "With --review: reference system of a file that names none, EPSG code.", 0, 999_999);
        var svg = Options.ToWrite(new Option<string>("--output", "-o") { Description = "Histograms to write.", DefaultValueFactory = _ => "ensemble.svg" });
        var (limits, rules, file) = (new ProposalLimits(), new RuleChoice(isRequired: false), new LimitsChoice());
        var command = new Command("ensemble", "Draws many valid plans and places a submitted one among them.")
        {
            city, map, plans, chains, apart, loss, review, layer, crs, svg, json,
        };
        rules.AddTo(command);
        limits.AddTo(command);
        file.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var reading = file.Read(parsed, rules);
            var (options, pack) = reading is null && PlanIn(parsed.GetValue(review), parsed.GetValue(layer)) is { } plan
                ? OfPlan(plan, limits.Over(plan.Options, parsed), (rules.NameIn(parsed), rules.SettingsIn(parsed)))
                : (limits.Checked(parsed, reading), reading is null ? rules.Read(parsed) : reading.OrThrow().Rules);
            var drawing = new EnsembleOptions
            {
                Plans = parsed.GetValue(plans), Chains = parsed.GetValue(chains), Apart = parsed.GetValue(apart), Loss = LossOf(parsed.GetValue(loss)),
            };
            using var progress = StageLine.OnStandardError();
            var opened = CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel, options.Threads);
            var work = new CityWork(opened.City) { Threads = options.Threads };
            options = PlanIn(parsed.GetValue(review), parsed.GetValue(layer)) is null ? options : StoredSession.Fitting(options, opened.City);
            var submitted = parsed.GetValue(review) is { } path ? Submitted(work, path, (parsed.GetValue(layer), parsed.GetValue(crs)), cancel) : null;
            var ensemble = Draw(() => work.Draw(options, pack, drawing, submitted, progress, cancel), refusal => LimitsChoice.Refusal(refusal, reading, limits)) ?? throw new InputException(
                "no plan has an area there, so there is nothing to draw: lower --lambda, --need-threshold or --min-area, or look at another place.");
            var output = parsed.GetValue(svg)!;
            WholeFile.Write(output, writer => writer.Write(EnsembleChart.ToSvg(ensemble, $"方案集合 Ensemble of plans · {opened.City.Name}")));
            progress.Dispose();
            if (parsed.GetValue(json))
            {
                using var stdout = Console.OpenStandardOutput();
                EnsembleJson.To(stdout, ensemble, opened.City);
            }
            else
            {
                EnsembleTable.Print(ensemble);
                Console.Out.WriteLine($"written: {output}");
            }

            return Task.FromResult(ensemble.HasMixed ? ExitCode.Done : ExitCode.Findings);
        });
        return command;
    }

    private static double LossOf(double loss) => loss is > 0 and < 1
        ? loss
        : throw new InputException(FormattableString.Invariant($"--loss {loss}: give a share above 0 and below 1."));

    private static StoredPlan? PlanIn(string? path, string? layer) =>
        path is not null && layer is null && PlanAreas.IsPlan(path) && PlanFile.Read(path) is { } plan
        && (plan.Options.Limits != PlanLimits.None || plan.RequestRules.Length > 0) ? plan : null;

    // A plan that was made under limits is placed among plans that keep them too.
    private static (ProposalOptions Options, RulePack? Rules) OfPlan(
        StoredPlan plan, ProposalOptions options, (string? Name, IReadOnlyDictionary<string, double> Settings) rules)
    {
        Console.Error.WriteLine("note: the limits and options that the reviewed plan was made under hold, but for those that are given here.");
        return (options, Reopened.Under(plan).With(rules.Name, rules.Settings, limits: null).Rules);
    }

    private static Ensemble? Draw(Func<Ensemble?> draw, Func<ProposalOptionsException, InputException> refuse)
    {
        try
        {
            return draw();
        }
        catch (ProposalOptionsException refusal)
        {
            throw refuse(refusal);
        }
    }

    private static IReadOnlyList<IReadOnlyList<int>> Submitted(CityWork work, string path, (string? Layer, int? Crs) from, CancellationToken cancel)
    {
        if (from.Layer is null && PlanAreas.IsPlan(path))
        {
            return SubmittedParcels.Of(work.City, PlanAreas.Read(path));
        }

        var outlines = OutlineReader.Read(path, from.Layer, from.Crs, progress: null, cancel);
        return SubmittedParcels.In(work, new OutlinesUnderReview(outlines.Ids, outlines.Shapes, outlines.Epsg), cancel);
    }
}
