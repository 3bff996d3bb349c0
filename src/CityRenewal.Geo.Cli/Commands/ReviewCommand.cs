using System.CommandLine;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Reports.Json;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Reopening;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal review`: boundaries from anyone, judged by a rule pack on a city.</summary>
internal static class ReviewCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("areas") { Description = "GeoJSON, Shapefile or GeoPackage with the boundaries as polygons." };
        var layer = new Option<string?>("--layer") { Description = "Layer of the file, where it has several." };
        var projects = new Option<string?>("--projects")
        {
            Description = "Layer of the file, or another file, with the projects inside the areas. Rows with a field project (项目) need none.",
        };
        var crs = Options.Whole("--crs", "Reference system of a file that names none: EPSG code, 0 for a local metric system.", 0, 999_999);
        var city = new Option<string>("--city") { Description = "City file, or any GeoPackage that a preset or --map explains.", Required = true };
        var (map, year, json, rules) = (Options.Map(), Options.Year(), Options.Json(), new RuleChoice(isRequired: true));
        var command = new Command("review", "Judges boundaries by a rule pack: what is kept, what is not, and why.") { file, layer, projects, crs, city, map, year, json };
        var stated = new StatedChoice();
        rules.AddTo(command);
        stated.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var plan = PlanAreas.IsPlan(parsed.GetValue(file)!) ? PlanFile.Read(parsed.GetValue(file)!) : null;
            var made = plan is null ? null : Reopened.Under(plan);
            var pack = made?.RulesUnder(rules.NameIn(parsed)!, rules.SettingsIn(parsed)) ?? rules.Read(parsed)!;
            var declared = stated.Read(parsed, plan?.Options.Stated);
            using var progress = StageLine.OnStandardError();
            var input = new ReviewInput(parsed.GetValue(file)!, parsed.GetValue(layer), parsed.GetValue(projects), parsed.GetValue(crs));
            var outlines = input.Read(progress, cancel);
            var work = new CityWork(CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel).City);
            var options = new ProposalOptions { ReferenceYear = parsed.GetValue(year), UdbTolerance = plan?.Options.UdbTolerance };
            var review = BoundaryReview.Of(work, pack, StoredReview.Outlines(outlines, plan, work, declared), options, progress, cancel);
            EditSession? own = null;
            var broken = plan is null ? null : StoredReview.Broken(plan, () => own = Session((plan, pack), declared, work, progress, cancel));
            IReadOnlyList<Finding> judged = own is null ? [] : [.. own.Areas.SelectMany(area => area.Findings).Where(finding => finding.Project is not null)];
            var register = RegisterReviewOf((parsed.GetValue(city)!, plan), review, work, cancel);
            progress.Dispose();
            if (parsed.GetValue(json))
            {
                Console.Out.Write(ReviewJson.Of(review, work.City, broken, plan is null ? null : PlanOpinions.Read(parsed.GetValue(file)!), (register, judged)));
            }
            else
            {
                Print(review, (broken, judged), register);
            }

            var hasErrors = SayWhatIsWrong(review, outlines.Defects);
            return Task.FromResult(hasErrors || review.HasOpenFindings || judged.Any(finding => finding.IsOpen) || register is { IsOpen: true } || broken is { Count: > 0 } || review.Notes.Count > 0 ? ExitCode.Findings : ExitCode.Done);
        });
        return command;
    }

    // A plan that keeps the limits it was made under is held to them, as an edited plan is.
    private static EditSession Session(
        (StoredPlan Plan, RulePack Pack) submitted, AreaDeclaration declared, CityWork work, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var options = submitted.Plan.Options with { Stated = new StatedFacts { Numbers = declared.Numbers, Documents = declared.Documents?.ToList() } };
        return Reopened.Session(submitted.Plan, work, (options, submitted.Pack), progress, cancel);
    }

    // A city that keeps a register remembers what earlier projects demolish; one without says nothing of it.
    private static RegisterReview? RegisterReviewOf((string City, StoredPlan? Plan) given, BoundaryReview review, CityWork work, CancellationToken cancel) =>
        CityInput.IsGeoPackage(given.City) && CityFile.IsCityFile(given.City)
            ? StoredReview.Against(RegisterFile.Read(given.City), review, given.Plan, work, cancel)
            : null;

    private static void Print(
        BoundaryReview review, (IReadOnlyList<(string Area, AreaBreach Breach)>? Broken, IReadOnlyList<Finding> Projects) own, RegisterReview? register)
    {
        var table = TextTable.Of("边界 boundary", ">地块 parcels", ">须看 to look at");
        foreach (var boundary in review.Boundaries)
        {
            table.Row(
                boundary.ProjectOf is { } area ? $"{area} / {boundary.Id}" : boundary.Id, boundary.Parcels.Count,
                boundary.Findings.Count(finding => finding.IsOpen));
        }

        TextTable.Print(table);
        FindingTable.Print(review.Pack, [.. review.Boundaries.SelectMany(boundary => boundary.Findings), .. own.Projects]);
        foreach (var (area, breach) in own.Broken ?? [])
        {
            Console.Out.WriteLine($"限制 limit {(area.Length > 0 ? area : "方案 plan")}: {breach.TextChinese} {breach.Text}");
        }

        foreach (var note in review.Notes)
        {
            Console.Out.WriteLine($"边界之间 between boundaries: {note.TextChinese} {note.Text}");
        }

        if (register is not null)
        {
            RegisterTable.PrintReview(register);
        }

        Console.Out.WriteLine(MeasuredPlan.Disclaimer);
    }

    private static bool SayWhatIsWrong(BoundaryReview review, IReadOnlyList<Defect> defects)
    {
        foreach (var defect in defects)
        {
            Console.Error.WriteLine($"{defect.Severity.ToString().ToLowerInvariant()}: {defect.Layer} {defect.Id}: {defect.Message} {defect.Remedy}");
        }

        var outside = review.Boundaries.Where(boundary => boundary.Parcels.Count == 0).ToList();
        foreach (var boundary in outside)
        {
            Console.Error.WriteLine($"warning: {boundary.Id}: no parcel of the city lies in it. Check that both are in the right reference system.");
        }

        return outside.Count > 0 || defects.Any(defect => defect.Severity == Severity.Error);
    }
}
