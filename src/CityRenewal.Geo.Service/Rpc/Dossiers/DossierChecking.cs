using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Service.Dossiers;
using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Rpc.Plans;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Stores;
using CityRenewal.Geo.Stores.Dossiers;

namespace CityRenewal.Geo.Service.Rpc.Dossiers;

/// <summary>Verifies dossiers from anyone on cities of the office.</summary>
internal sealed class DossierChecking(CityShelf shelf, PlanKeeping plans)
{
    /// <summary>Verifies a dossier: its hashes, and where all hold everything computed again.</summary>
    /// <param name="path">The zip.</param>
    /// <param name="asked">City, the hash that was noted, and the stored plan for a dossier of hashes only.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="BadRequestException">It is no dossier, or one of hashes only and no plan is named.</exception>
    public async Task<V1.DossierVerification> VerifyAsync(string path, V1.DossierUpload asked, CancellationToken cancel)
    {
        var id = ResourceNames.Ids(asked.Parent, "parent", "cities")[0];
        CityRequests.Kept(shelf, id);
        var dossier = Open(path);
        var answer = new V1.DossierVerification { ManifestSha256 = dossier.ManifestHash, Disclaimer = MeasuredPlan.Disclaimer };
        IReadOnlyList<DossierDifference> differences =
            [.. DossierSaid.DifferencesOfNoted(dossier, asked.NotedSha256.Length > 0 ? asked.NotedSha256 : null), .. dossier.Differences];
        if (differences.Count == 0)
        {
            var work = await CityRequests.FindAsync(shelf, id, null, cancel);
            differences = await Task.Run(() => Computed(dossier, asked, new DossierDesk(work, null, cancel) { Tell = answer.Warnings.Add }), cancel);
            (answer.IsComputedAgain, answer.DataVersion) = (true, work.City.DataVersion);
            SayEngine(dossier, answer);
        }

        answer.Holds = differences.Count == 0;
        answer.Differences.AddRange(differences.Select(each => new V1.DossierDifference
        {
            File = each.File, Number = each.Number, DossierValue = each.Was, FoundValue = each.Is, Area = each.Area, Rule = each.Rule,
        }));
        return answer;
    }

    private static DossierContents Open(string path)
    {
        try
        {
            return DossierContents.Open(path);
        }
        catch (StoreException fault)
        {
            throw new BadRequestException([new FieldProblem("dossier", $"{fault.Problem} {fault.Remedy}")]);
        }
    }

    private IReadOnlyList<DossierDifference> Computed(DossierContents dossier, V1.DossierUpload asked, DossierDesk desk)
    {
        if (!dossier.HasHashesOnly)
        {
            return new Service.Dossiers.DossierVerification(dossier, desk).Differences();
        }

        if (asked.Plan.Length == 0)
        {
            throw new BadRequestException([new FieldProblem("plan", "The dossier holds hashes only; name the stored plan that it was made of.")]);
        }

        var (city, plan) = plans.Find(asked.Plan, "plan");
        return city.ReadPlan(plan.Id, path => new Service.Dossiers.DossierVerification(dossier, desk) { Input = path }.Differences());
    }

    private static void SayEngine(DossierContents dossier, V1.DossierVerification answer)
    {
        var (was, now) = (DossierSaid.Text(dossier.Manifest["engine"], "version"), DossierSaid.Text(DossierManifest.OfEngine(), "version"));
        if (was != now)
        {
            answer.Warnings.Add($"The dossier was made by version {was} of the engine, this is {now}.");
        }
    }
}
