using System.IO.Compression;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using CityRenewal.Geo.Service.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>Dossiers of stored plans, written and verified over the wire.</summary>
[Collection("service")]
public class DossiersTests(RunningService service)
{
    private V1.Dossiers.DossiersClient Dossiers => new(service.Channel);

    [Fact]
    public async Task A_dossier_vouches_for_its_files_and_is_computed_again()
    {
        var plan = await service.ProposedAsync("sealed");
        var file = await Dossiers.WriteDossierAsync(new WriteDossierRequest { Name = plan.Name, Dossier = new DossierOptions { WithReport = true } });
        var again = await Dossiers.WriteDossierAsync(new WriteDossierRequest { Name = plan.Name, Dossier = new DossierOptions { WithReport = true } });
        var summary = Assert.Single(file.Extensions).Unpack<DossierSummary>();
        var verified = await Dossiers.VerifyDossierAsync(new VerifyDossierRequest { Parent = KeptPlans.City, Dossier = file.Data, NotedSha256 = summary.ManifestSha256 });
        using var zip = new ZipArchive(new MemoryStream(file.Data.ToByteArray()));
        using var manifest = zip.GetEntry("manifest.json")!.Open();

        Assert.Equal("application/zip", file.ContentType);
        Assert.Equal(file.Data, again.Data);
        Assert.Equal(summary.ManifestSha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(manifest)));
        Assert.Equal(summary.Files.Select(part => part.Name), zip.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("manifest.", StringComparison.Ordinal)));
        Assert.Contains("report.html", summary.Files.Select(part => part.Name));
        Assert.Equal(plan.Areas.Count, summary.Areas);
        Assert.True(verified.Holds, string.Join("; ", verified.Differences));
        Assert.True(verified.IsComputedAgain);
    }

    [Fact]
    public async Task A_changed_byte_and_another_noted_hash_are_named()
    {
        var plan = await service.ProposedAsync("sealed");
        var file = (await Dossiers.WriteDossierAsync(new WriteDossierRequest { Name = plan.Name })).Data.ToByteArray();
        var noted = await Dossiers.VerifyDossierAsync(new VerifyDossierRequest { Parent = KeptPlans.City, Dossier = ByteString.CopyFrom(file), NotedSha256 = new string('0', 64) });
        file[file.Length / 2] ^= 1;
        var changed = await Dossiers.VerifyDossierAsync(new VerifyDossierRequest { Parent = KeptPlans.City, Dossier = ByteString.CopyFrom(file) });

        Assert.Equal((false, false), (noted.Holds, noted.IsComputedAgain));
        Assert.Equal(("manifest.json", noted.ManifestSha256), (noted.Differences[0].File, noted.Differences[0].FoundValue));
        Assert.Equal((false, false), (changed.Holds, changed.IsComputedAgain));
        Assert.Contains(changed.Differences, difference => difference.Number is "sha256" or "packed_sha256");
    }

    [Fact]
    public async Task A_dossier_of_hashes_only_is_verified_with_the_stored_plan()
    {
        var plan = await service.ProposedAsync("sealed");
        var file = (await Dossiers.WriteDossierAsync(new WriteDossierRequest { Name = plan.Name, Dossier = new DossierOptions { HashesOnly = true } })).Data;
        var unnamed = await Assert.ThrowsAsync<RpcException>(async () => await Dossiers.VerifyDossierAsync(new VerifyDossierRequest { Parent = KeptPlans.City, Dossier = file }));
        var verified = await Dossiers.VerifyDossierAsync(new VerifyDossierRequest { Parent = KeptPlans.City, Dossier = file, Plan = plan.Name });
        var other = await service.ProposedAsync("bare", pack: "");
        var wrong = await Dossiers.VerifyDossierAsync(new VerifyDossierRequest { Parent = KeptPlans.City, Dossier = file, Plan = other.Name });

        Assert.Equal(StatusCode.InvalidArgument, unnamed.StatusCode);
        Assert.True(verified.Holds, string.Join("; ", verified.Differences));
        Assert.False(wrong.Holds);
        Assert.NotEmpty(wrong.Differences);
    }

    [Fact]
    public async Task A_dossier_goes_and_comes_in_pieces_and_as_json()
    {
        var plan = await service.ProposedAsync("sealed");
        var whole = await Dossiers.WriteDossierAsync(new WriteDossierRequest { Name = plan.Name });
        var pieces = new List<DownloadDossierResponse>();
        using var download = Dossiers.DownloadDossier(new DownloadDossierRequest { Name = plan.Name });
        await foreach (var piece in download.ResponseStream.ReadAllAsync())
        {
            pieces.Add(piece);
        }

        using var upload = Dossiers.VerifyUploadedDossier();
        await upload.RequestStream.WriteAsync(new VerifyUploadedDossierRequest { Head = new DossierUpload { Parent = KeptPlans.City } });
        foreach (var chunk in whole.Data.ToByteArray().Chunk(10_000))
        {
            await upload.RequestStream.WriteAsync(new VerifyUploadedDossierRequest { Chunk = ByteString.CopyFrom(chunk) });
        }

        await upload.RequestStream.CompleteAsync();
        var verified = await upload;
        using var http = new HttpClient { BaseAddress = service.Json };
        var written = await http.PostAsJsonAsync($"v1/{plan.Name}:writeDossier", new { });
        var json = await (await http.PostAsJsonAsync($"v1/{KeptPlans.City}:verifyDossier", new { dossier = whole.Data.ToBase64() })).Content.ReadFromJsonAsync<JsonElement>();

        Assert.All(pieces, piece => Assert.InRange(piece.Data.Length, 1, 512 * 1024));
        Assert.Equal(whole.Data, ByteString.CopyFrom([.. pieces.SelectMany(piece => piece.Data)]));
        Assert.Equal(Assert.Single(whole.Extensions).Unpack<DossierSummary>(), pieces[0].Summary);
        Assert.True(verified.Holds);
        Assert.Equal(whole.Data, ByteString.CopyFrom(await written.Content.ReadAsByteArrayAsync()));
        Assert.Equal(verified, DossierVerification.Parser.ParseJson(json.GetRawText()));
    }

    [Fact]
    public async Task What_is_no_dossier_is_refused_and_an_upload_begins_with_its_head()
    {
        var none = await Assert.ThrowsAsync<RpcException>(async () => await Dossiers.VerifyDossierAsync(new VerifyDossierRequest { Parent = KeptPlans.City, Dossier = ByteString.CopyFromUtf8("no zip") }));
        using var upload = Dossiers.VerifyUploadedDossier();
        await upload.RequestStream.WriteAsync(new VerifyUploadedDossierRequest { Chunk = ByteString.CopyFromUtf8("no head") });
        await upload.RequestStream.CompleteAsync();
        var headless = await Assert.ThrowsAsync<RpcException>(async () => await upload);

        Assert.Equal((StatusCode.InvalidArgument, StatusCode.InvalidArgument), (none.StatusCode, headless.StatusCode));
        Assert.Contains("dossier", none.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("/tmp", none.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("head", headless.Status.Detail, StringComparison.Ordinal);
    }
}
