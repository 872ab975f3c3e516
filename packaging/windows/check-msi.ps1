# Installs the Windows Installer package on this machine, uses it, upgrades it and removes it: what check-msi.sh does
# under wine, on Windows. Needs an administrator's PowerShell, and a machine on which no Gatehouse is installed.
#   packaging\windows\check-msi.ps1 -Msi Gatehouse-0.2.0-x64.msi [-Older Gatehouse-0.1.0-x64.msi] [-Pictures folder]
param(
    [Parameter(Mandatory)] [string] $Msi,
    [string] $Older = '',
    [string] $Pictures = 'pictures'
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$OutputEncoding = [Text.Encoding]::UTF8

$there = Join-Path $env:ProgramFiles 'Gatehouse'
$profileFolder = Join-Path $env:LOCALAPPDATA 'Gatehouse'
$work = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
New-Item -ItemType Directory -Force $work, $Pictures | Out-Null
$Pictures = (Resolve-Path $Pictures).Path
$watch = [Diagnostics.Stopwatch]::StartNew()

function Step($text) { Write-Host ('{0,4:n0} s  {1}' -f $watch.Elapsed.TotalSeconds, $text) }

function Assert($condition, $text) { if (-not $condition) { throw "failed: $text" } }

function Get-Installed {
    @(Get-ItemProperty 'HKLM:\Software\Microsoft\Windows\CurrentVersion\Uninstall\*' |
        Where-Object { $_.PSObject.Properties['DisplayName'] -and $_.DisplayName -eq 'Gatehouse' })
}

function Get-MsiVersion($file) {
    $installer = New-Object -ComObject WindowsInstaller.Installer
    $database = $installer.OpenDatabase((Resolve-Path $file).Path, 0)
    $view = $database.OpenView("SELECT ``Value`` FROM ``Property`` WHERE ``Property`` = 'ProductVersion'")
    $view.Execute()
    $view.Fetch().StringData(1)
}

function Invoke-Installer([string[]] $arguments, [bool] $succeeds = $true) {
    $log = Join-Path $work 'msi.log'
    $process = Start-Process msiexec -ArgumentList ($arguments + @('/qn', '/norestart', '/l*v', "`"$log`"")) -Wait -PassThru
    if ($succeeds -and $process.ExitCode -ne 0) {
        Get-Content $log -Tail 60
        throw "failed: msiexec $arguments ended with $($process.ExitCode)"
    }
    Assert ($succeeds -or $process.ExitCode -ne 0) "msiexec $arguments succeeded, and should not have"
}

function Test-Installed($version) {
    $found = Get-Installed
    Assert ($found.Count -eq 1 -and $found[0].DisplayVersion -eq $version) "Windows does not list Gatehouse $version alone"
    foreach ($program in 'gatehouse', 'gatehouse-cli', 'gatehouse-simulator') {
        $bytes = [IO.File]::ReadAllBytes((Join-Path $there "$program.exe"))
        $machine = [BitConverter]::ToUInt16($bytes, [BitConverter]::ToInt32($bytes, 60) + 4)
        Assert ($machine -eq 0x8664) "$program.exe is not for 64-bit Windows"
    }
    Assert (Test-Path (Join-Path $env:ProgramData 'Microsoft\Windows\Start Menu\Programs\Gatehouse.lnk')) 'no entry in the start menu'
}

function Invoke-Cli([string[]] $arguments) {
    $answer = & (Join-Path $there 'gatehouse-cli.exe') @arguments
    Assert ($LASTEXITCODE -eq 0) "gatehouse-cli $arguments ended with $LASTEXITCODE"
    $answer
}

function Get-Answer([string[]] $arguments) { Invoke-Cli ($arguments + '--json') | Out-String | ConvertFrom-Json }

function Test-MainJob($generation, $name, [string[]] $limits) {
    Step "main job on a simulated $generation"
    $ready = Join-Path $work 'ready.json'
    $simulator = Start-Process (Join-Path $there 'gatehouse-simulator.exe') -NoNewWindow -PassThru -RedirectStandardOutput $ready `
        -ArgumentList "--generation $generation --port 0 --clients 14 --waiting 4 --seed 7 --lifetime 300"
    try {
        $end = (Get-Date).AddSeconds(30)
        while (-not ((Test-Path $ready) -and (Get-Item $ready).Length -gt 0)) {
            Assert ((Get-Date) -lt $end -and -not $simulator.HasExited) 'gatehouse-simulator.exe did not start'
            Start-Sleep -Milliseconds 100
        }
        $told = Get-Content $ready -Raw | ConvertFrom-Json
        $detected = Get-Answer @('controller', 'detect', $told.url)
        Assert ($detected.generations -contains $generation) 'the controller is not recognised'
        $account = @()
        $credentials = $told.credentials.PSObject.Properties
        if ($credentials['clientId']) { $account = @('--client-id', $told.credentials.clientId) }
        $env:GATEHOUSE_CHECK_SECRET = if ($credentials['apiKey']) { $told.credentials.apiKey } else { $told.credentials.clientSecret }
        Invoke-Cli (@('controller', 'add', $name, '--url', $told.url, '--generation', $generation, '--pin',
                $told.certificateSha256) + $account + @('--secret-env', 'GATEHOUSE_CHECK_SECRET')) | Out-Null
        $env:GATEHOUSE_CHECK_SECRET = $null # from here on it comes from Windows' credential manager
        Invoke-Cli @('controller', 'test', $name) | Out-Null
        $mac = $told.waiting[0].ToLower().Replace('-', ':')
        Assert ((Get-Answer @('clients', '--controller', $name, '--state', 'waiting')).mac -contains $mac) 'the guest does not wait'
        $done = Get-Answer (@('authorize', '--controller', $name, '--mac', $mac) + $limits + @('--guest', 'Ada Guest', '--room', '212'))
        Assert ($done.outcome -eq 'confirmed') 'authorize was not confirmed'
        $done = Get-Answer @('cancel', '--controller', $name, '--mac', $mac, '--reason', 'Checked out')
        Assert ($done.outcome -eq 'confirmed') 'cancel was not confirmed'
        Assert ((Get-Answer @('history', 'verify')).ok) 'the history does not hold'
        Invoke-Cli @('controller', 'remove', $name) | Out-Null
    }
    finally {
        if (-not $simulator.HasExited) { $simulator.Kill() }
    }
}

try {
    Assert ((Get-Installed).Count -eq 0) 'a Gatehouse is installed on this machine; use another, or remove it first'
    $version = Get-MsiVersion $Msi
    $settings = Join-Path $work 'machine.ini'
    Set-Content $settings "[appearance]`r`nscheme=dark"
    if ($Older) {
        Step "install $(Get-MsiVersion $Older), and use it"
        Invoke-Installer @('/i', "`"$Older`"", 'LANGUAGE=de', 'ADDTOPATH=1')
        Test-Installed (Get-MsiVersion $Older)
        Test-MainJob 'unifi-integration' 'Hotel UniFi' @('--minutes', '120')
        Step "upgrade to $version"
        Invoke-Installer @('/i', "`"$Msi`"", "SETTINGSFILE=`"$settings`"")
    }
    else {
        Step "install $version"
        Invoke-Installer @('/i', "`"$Msi`"", 'LANGUAGE=de', 'ADDTOPATH=1', "SETTINGSFILE=`"$settings`"")
    }
    Test-Installed $version
    $path = [Environment]::GetEnvironmentVariable('PATH', 'Machine')
    Assert ($path -like "*$there*") 'the folder is not on the PATH'

    Step 'self-check'
    $log = Join-Path $work 'selfcheck.log'
    $check = Start-Process (Join-Path $there 'gatehouse.exe') -Wait -PassThru `
        -ArgumentList "--selfcheck --keychain --log `"$log`" --shot `"$Pictures\selfcheck.png`""
    Get-Content $log
    Assert ($check.ExitCode -eq 0 -and -not (Select-String -Path $log -Pattern '^FAIL')) 'the self-check'
    Assert (Select-String -Path $log -SimpleMatch 'machine.ini, language de') "the administrator's settings are not used"

    Test-MainJob 'omada-openapi' 'Hotel Omada' @('--down-kbps', '5000')
    Step 'a picture of the window'
    $shown = Start-Process (Join-Path $there 'gatehouse.exe') -Wait -PassThru -ArgumentList "--demo --size 1280x800 --screenshot `"$Pictures\demo.png`""
    Assert ($shown.ExitCode -eq 0 -and (Test-Path "$Pictures\demo.png")) 'no picture of the window'
    if ($Older) {
        Step 'a downgrade is refused'
        Invoke-Installer @('/i', "`"$Older`"") $false
        Test-Installed $version
    }

    Step 'remove it'
    Invoke-Installer @('/x', "`"$Msi`"")
    Assert (-not (Test-Path $there)) "files are left in $there"
    Assert ((Get-Installed).Count -eq 0) 'Windows still lists it'
    Assert ([Environment]::GetEnvironmentVariable('PATH', 'Machine') -notlike "*$there*") 'its folder is still on the PATH'
    Assert (-not (Test-Path 'HKLM:\SOFTWARE\Gatehouse')) 'its values in the registry are left'
    Assert (Test-Path (Join-Path $profileFolder 'history.db')) 'the profile is gone'
    Step "removed; the profile stays in $profileFolder"
    Write-Host "Everything was checked. Please look at the pictures in $Pictures."
}
finally {
    Remove-Item -Recurse -Force $work -ErrorAction SilentlyContinue
}
